using System.Reflection;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Storage;

/// <summary>A home that notes what it is asked.</summary>
public class WatchedHome : DispatchProxy
{
    private IStorage home = null!;
    private List<string> asked = null!;

    public static (IStorage Home, List<string> Asked) Of(IStorage home)
    {
        var watched = Create<IStorage, WatchedHome>();
        var asked = new List<string>();
        (((WatchedHome)watched).home, ((WatchedHome)watched).asked) = (home, asked);
        return (watched, asked);
    }

    protected override object? Invoke(MethodInfo? method, object?[]? arguments)
    {
        asked.Add(method!.Name);
        return method.Invoke(home, arguments);
    }
}
