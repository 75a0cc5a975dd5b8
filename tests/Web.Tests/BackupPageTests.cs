using Microsoft.Playwright;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Storage;

namespace Web.Tests;

/// <summary>系统管理员 reads on the pages of people and of the access journal that no verified backup is there, or one too old.</summary>
public sealed class BackupPageTests : RegistryTest
{
    [Fact, Trait("Category", "Pages")]
    public async Task Administrators_read_that_there_is_no_verified_backup_until_there_is_one()
    {
        HaveAccounts();
        await SignIn("系统管理员");
        var notice = Page.GetByRole(AriaRole.Note);
        List<string> faults = [];
        foreach (var page in new[] { "people", "access" })
        {
            await Page.GotoAsync(Address + District + page);
            await Assertions.Expect(notice).ToHaveTextAsync("尚无经校验的备份，请运行plan-registry backup。");
            foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
            {
                await Page.SetViewportSizeAsync(width, height);
                faults.AddRange((await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints).Select(f => $"{page} {width}: {f}"));
            }
        }
        faults.Should().BeEmpty();

        Service<IAccessStorage>().Write(TimeSpan.FromSeconds(5), rows =>
        {
            rows.Save(new VerifiedBackup(new string('a', 64), Service<TimeProvider>().GetUtcNow(), "/backup/registry.tar", 1));
            return true;
        });
        await Page.ReloadAsync();
        await Read();
        await Assertions.Expect(notice).ToHaveCountAsync(0);
    }
}
