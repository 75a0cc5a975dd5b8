using Microsoft.Extensions.Configuration;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.Web;

namespace PlanRegistry.Tests.Access;

/// <summary>The provider's client has its secret from a file that is its owner's alone, or from systemd.</summary>
public sealed class ClientSecretTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-tests-");

    private string At(string name) => Path.Combine(folder.FullName, name);

    private static ProviderSettings? Read(string? file = null) => ProviderSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["P:Authority"] = "https://id.example.gov.cn", ["P:ClientId"] = "plans", ["P:Name"] = "统一认证",
        }.Concat(file is null ? [] : [new("P:ClientSecretFile", file)])).Build().GetSection("P"));

    [Fact]
    public void A_file_that_is_its_owners_alone_is_read_and_one_that_others_see_is_refused_without_a_word_of_it()
    {
        OwnFile.Write(At("own"), "a secret\n");
        OwnFile.Write(At("seen"), "a secret\n", isSeen: true);

        Read(At("own"))!.ClientSecret.Should().Be("a secret");
        FluentActions.Invoking(() => Read(At("seen"))).Should().Throw<SettingException>().Which.Message.Should()
            .Be($"'{At("seen")}' holds a password or a key, and others can read or change it: run chmod 600 on it.");
    }

    /// <summary>The second is how a file of the folder /etc/plan-registry/secrets comes to the service.</summary>
    [Theory, InlineData("client-secret"), InlineData("secrets_client-secret")]
    public void A_credential_of_systemd_is_found_by_its_name(string name)
    {
        FluentActions.Invoking(() => Read()).Should().Throw<SettingException>().Which.Message.Should()
            .Be("P needs Authority, ClientId, Name, and one of ClientSecret, ClientSecretFile and the credential client-secret.");
        OwnFile.Write(At(name), "of systemd\n");
        Environment.SetEnvironmentVariable("CREDENTIALS_DIRECTORY", folder.FullName);
        try
        {
            Read()!.ClientSecret.Should().Be("of systemd");
        }
        finally
        {
            Environment.SetEnvironmentVariable("CREDENTIALS_DIRECTORY", null);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
