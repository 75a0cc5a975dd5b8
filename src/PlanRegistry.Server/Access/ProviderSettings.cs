using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Access;

/// <summary>The section Access:Provider: whose accounts may sign in beside our own (OpenID Connect). Off unless it is there.</summary>
public sealed record ProviderSettings
{
    private const int LongestSecret = 1_000;
    private const string Credential = "client-secret";

    private static readonly SortedDictionary<string, Func<ProviderSettings, IConfigurationSection, ProviderSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Authority"] = (p, s) => p with { Authority = Address(s) },
            ["ClientId"] = (p, s) => p with { ClientId = Word(s) },
            ["ClientSecret"] = (p, s) => p with { Secret = string.IsNullOrWhiteSpace(s.Value) ? throw Unsaid(s, "not empty") : s.Value },
            ["ClientSecretFile"] = (p, s) => p with { SecretOfFile = InFile(s, s.Value) },
            ["Name"] = (p, s) => p with { Name = Word(s) },
            ["Audience"] = (p, s) => p with { Audience = Word(s) },
        };

    /// <summary>Where it is; also the issuer of all that it signs.</summary>
    public string Authority { get; private init; } = "";

    public string ClientId { get; private init; } = "";

    public string ClientSecret => Secret ?? SecretOfFile!;

    /// <summary>As the button of the sign-in page says it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>For whom its JWTs must be made out when a program sends one; null: none is taken.</summary>
    public string? Audience { get; private init; }

    private string? Secret { get; init; }

    private string? SecretOfFile { get; init; }

    /// <summary>With and without a slash at its end it is the same issuer.</summary>
    public static string Plain(string issuer) => issuer.TrimEnd('/');

    public static ProviderSettings? Read(IConfigurationSection section)
    {
        if (!section.Exists())
        {
            return null;
        }
        var read = section.Read(new ProviderSettings(), Known);
        if (read is { Secret: null, SecretOfFile: null } && SecretFile.Credential(Credential) is { } credential)
        {
            read = read with { SecretOfFile = InFile(section.GetSection("ClientSecretFile"), credential) };
        }
        return read.Authority == "" || read.ClientId == "" || read.Name == "" || read.Secret is null == read.SecretOfFile is null
            ? throw new SettingException($"{section.Path} needs Authority, ClientId, Name, and one of ClientSecret, ClientSecretFile "
                + $"and the credential {Credential}.")
            : read.Audience == read.ClientId
                // A token that tells the page who signed in would open the interface too.
                ? throw new SettingException($"{section.Path}:Audience is the ClientId; allowed is another name, of the interface.")
                : read;
    }

    private static string Address(IConfigurationSection setting) => Uri.TryCreate(setting.Value, UriKind.Absolute, out var address)
        && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
        && address is { UserInfo: "", Query: "", Fragment: "" }
            ? setting.Value! : throw Settings.Wrong(setting, "an https address, as https://id.example.gov.cn");

    private static string Word(IConfigurationSection setting) =>
        setting.Value is { Length: > 0 and <= 200 } word && !word.Any(char.IsControl) && word.Trim() == word
            ? word : throw Settings.Wrong(setting, "a text of 1 to 200 characters");

    private static string InFile(IConfigurationSection setting, string? file)
    {
        if (SecretFile.Objection(file ?? "") is { } objection)
        {
            throw new SettingException(objection.En);
        }
        try
        {
            return File.ReadAllText(file ?? "").Trim() is { Length: > 0 and <= LongestSecret } secret
                ? secret : throw Unsaid(setting, "a file with the secret in it, and nothing else");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unsaid(setting, "a file that can be read");
        }
    }

    /// <summary>What was set may be the secret itself: it is not repeated.</summary>
    private static SettingException Unsaid(IConfigurationSection setting, string allowed) => new($"{setting.Path}: allowed is {allowed}.");
}
