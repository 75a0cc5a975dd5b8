using System.Net;
using System.Security.Cryptography;
using PlanRegistry.Tests.Access;

namespace PlanRegistry.Tests.Documents;

/// <summary>A program that looks at files before they are let in, as <c>Documents:Check</c> names it.</summary>
public abstract class DocumentCheckTest(params (string Key, string? Value)[] settings) : AccessTest(settings)
{
    /// <summary>What came of a PDF.</summary>
    protected async Task<(HttpStatusCode Status, string? Message)> Sent()
    {
        using var answer = await DocumentFileTests.Upload(Http, TestFiles.Pdf, "批复.pdf");
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : await Message(answer));
    }

    /// <summary>A script that a shell runs, in the temporary folder.</summary>
    protected static string Script(string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"plan-registry-check-{hash}.sh");
        System.IO.File.WriteAllText(path, "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return path;
    }
}

public sealed class CleanFileTests() : DocumentCheckTest(("Documents:Check", Script("grep -q PDF \"$1\"")))
{
    [Fact]
    public async Task What_the_program_lets_in_is_kept() => (await Sent()).Status.Should().Be(HttpStatusCode.Created);
}

public sealed class RefusedFileTests() : DocumentCheckTest(("Documents:Check", Script("exit 1")))
{
    [Fact]
    public async Task What_the_program_refuses_is_not_kept() =>
        (await Sent()).Should().Be((HttpStatusCode.UnprocessableEntity, "文件未通过安全检查，未保存。"));
}

public sealed class SlowCheckTests() : DocumentCheckTest(("Documents:Check", Script("sleep 30")), ("Documents:CheckSeconds", "1"))
{
    [Fact]
    public async Task Where_the_program_does_not_answer_nothing_is_kept() => (await Sent()).Should().Be((HttpStatusCode.ServiceUnavailable,
        "安全检查暂时无法进行，文件未保存，请稍后重试或者联系系统管理员。"));
}

public sealed class MissingCheckTests() : DocumentCheckTest(("Documents:Check", "/nowhere/scan"))
{
    [Fact]
    public async Task Where_there_is_no_such_program_nothing_is_kept() =>
        (await Sent()).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
}

public sealed class NoFolderTests() : DocumentCheckTest(("Documents:Folder", "/dev/null/documents"))
{
    [Fact]
    public async Task Where_the_disk_takes_nothing_it_is_told()
    {
        var (status, message) = await Sent();

        (status, message).Should().Be((HttpStatusCode.InsufficientStorage, message));
        message.Should().StartWith("文件无法保存：");
    }
}
