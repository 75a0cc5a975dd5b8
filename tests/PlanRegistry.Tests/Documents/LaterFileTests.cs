using System.Security.Cryptography;
using System.Text.Json;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Documents;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;
using Language = PlanRegistry.Records.Language;

namespace PlanRegistry.Tests.Documents;

/// <summary>
/// A document that was registered without its file is given it later; and what verify says of files that nobody names any more.
/// </summary>
public sealed class LaterFileTests : AccessTest
{
    private static readonly string Pdf = HashOf(TestFiles.Pdf);

    private static readonly string Png = HashOf(TestFiles.Png);

    private string Folder => Service<DocumentStore>().Folder;

    [Fact]
    public async Task A_document_without_a_file_is_given_one_by_a_correction_with_its_reason()
    {
        var id = await Registered(sha256: null);
        await Uploaded(TestFiles.Pdf);

        await Write(new CorrectRecord(id, "补传电子文件", new("sha256", Pdf), new("file", "批复.pdf")));

        using var answer = await Http.GetAsync($"/documents/{Pdf}?district=500154");
        (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(TestFiles.Pdf);
        Verify().Should().Be((0, ""));
    }

    [Fact]
    public async Task A_document_with_a_hash_takes_the_file_of_that_hash_and_no_other()
    {
        var id = await Registered(Pdf);
        await Uploaded(TestFiles.Pdf);
        await Uploaded(TestFiles.Png);

        (await Run(new CorrectRecord(id, "补传电子文件", new("sha256", Png), new("file", "图.png")))).Problems.Select(p => p.Message)
            .Should().Equal($"文件《批复（示例）》登记的校验值是{Pdf}，不能换成校验值为{Png}的电子文件；登记有误的，请先更正，清空校验值和电子文件。");
        await Write(new CorrectRecord(id, "补传电子文件", new FieldValue("file", "批复.pdf")));

        Directory.GetFiles(Folder).Select(Path.GetFileName).Should().Equal(Pdf);
    }

    [Fact]
    public async Task A_file_of_a_document_that_was_withdrawn_is_looked_at_as_well()
    {
        await Uploaded(TestFiles.Pdf);
        await Uploaded(TestFiles.Png);
        var first = await Registered(Pdf, "批复.pdf");
        var second = await Registered(Png, "图.png", "DOC-TWO");
        await Write(new CorrectRecord(first, "重复登记"));
        await Write(new CorrectRecord(second, "重复登记"));
        Verify().Should().Be((0, ""), "both are still proved by the ledger, and no orphans");

        System.IO.File.Delete(Path.Combine(Folder, Png));

        Verify().Should().Be((1, "The file of the document 批复（示例） (DOC-TWO, corrected or withdrawn since) of 500154 is missing: "
            + $"there is no {Png} in {Folder}."));
    }

    [Fact]
    public async Task A_file_that_no_document_names_is_a_remark_and_no_error()
    {
        await Uploaded(TestFiles.Pdf);
        await Registered(Pdf, "批复.pdf");
        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, "notes.txt"), "left here");

        var (code, said) = Verify();

        (code, said).Should().Be((0, ""));
        Told().Should().EndWith(
            $"No document names 1 of the files in {Folder}: notes.txt. Whether they go is yours to say.");
        var json = JsonDocument.Parse(Told(json: true)).RootElement;
        (json.GetProperty("whole").GetBoolean(), json.Text("remark")!.Contains("notes.txt", StringComparison.Ordinal))
            .Should().Be((true, true));
    }

    private async Task<string> Registered(string? sha256, string? file = null, string code = "DOC-FILE")
    {
        await Write(new RegisterDocument(code, "区政府") { Title = "批复（示例）", IssuedOn = "2026-06-29", Sha256 = sha256, File = file });
        var found = await Ask("""
            { district(code: "500154") { documents(first: 100, filter: { text: "批复（示例）" }) { nodes { id code } } } }
            """);
        return found.At("district.documents.nodes").EnumerateArray().Single(d => d.Text("code") == code).Text("id")!;
    }

    private async Task Uploaded(byte[] file) => (await DocumentFileTests.Upload(Http, file, "批复.pdf")).Dispose();

    private (int Code, string Said) Verify()
    {
        var error = new StringWriter();
        return (VerifyCommand.Run(File, [], new Voice(Language.En, TextWriter.Null, error)), error.ToString().TrimEnd());
    }

    private string Told(bool json = false)
    {
        var output = new StringWriter();
        VerifyCommand.Run(File, [], new Voice(Language.En, output, TextWriter.Null), json);
        return output.ToString().TrimEnd();
    }

    private static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
