using System.Reflection;
using System.Runtime.CompilerServices;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;

namespace PlanRegistry.Tests.Ledger;

/// <summary>A view shares with the one before it what is equal, and keeps nothing else of it.</summary>
public sealed class ViewMemoryTests
{
    [Fact]
    public void A_view_keeps_no_tables_of_those_before_it()
    {
        var former = new List<WeakReference>();
        var last = After(24, former);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        former.Count(f => f.IsAlive).Should().Be(0, "of {0} former views", former.Count);
        GC.KeepAlive(last);
    }

    /// <summary>Rows of several tables change in turn, and nobody asks for what is made of them late.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RegistryView After(int writes, List<WeakReference> former)
    {
        var view = new TestDistrict().View();
        var agency = view.Own.Of<Agency>()[0];
        for (var n = 1; n <= writes; n++)
        {
            Records.Record row = (n % 3) switch
            {
                0 => agency with { RecordCode = $"A-{n}", Code = $"A-{n}", Name = $"单位{n}", Aliases = null, Uscc = null },
                1 => new Document { Home = view.Code, RecordCode = $"D-{n}", Code = $"D-{n}", Title = $"文件{n}", Secrecy = Records.Secrecy.Public },
                _ => new DirectoryList { Home = view.Code, RecordCode = $"L-{n}", List = $"L-{n}", Track = ListTrack.SpecialAndRegional, Year = 2021 },
            };
            former.Add(new WeakReference(typeof(RegistryView).GetProperty("Tables", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(view)));
            var own = view.Own.After(n, view.Own.RecordedAt, [row], []);
            view = new RegistryView([own, .. view.Chain.Skip(1)], view);
        }
        return view;
    }
}
