using PlanRegistry.Tests;

namespace Web.Tests.Manual;

/// <summary>The manuals as they lie in the repository.</summary>
public sealed class ManualFilesTests
{
    private const int MostBytes = 80 * 1024;

    private static readonly string Images = Repository.Path($"{ManualFile.Folder}/images");

    [Fact, Trait("Category", "Pages")]
    public void Every_picture_is_there_small_and_named_once_and_no_other_lies_beside_them()
    {
        var named = ManualFile.Names.SelectMany(n => ManualFile.Of(n).Parts).SelectMany(p => p.Images).ToList();
        var files = new DirectoryInfo(Images).GetFiles("*.png");

        named.Should().OnlyHaveUniqueItems();
        files.Select(f => f.Name).Should().BeEquivalentTo(named);
        files.Where(f => f.Length > MostBytes).Select(f => $"{f.Name} {f.Length}").Should().BeEmpty();
        files.Sum(f => f.Length).Should().BeLessThan(2 * 1024 * 1024);
    }

    [Fact, Trait("Category", "Pages")]
    public void Every_manual_has_its_walk() => ManualFile.Names.Should().BeEquivalentTo(
        "reform-commission", "department", "finance", "audit", "admin", "public");
}
