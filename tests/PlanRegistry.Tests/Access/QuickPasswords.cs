using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Tests.Access;

/// <summary>Passwords of tests are hashed as ours are, but with few rounds: there are thousands of them.</summary>
internal static class QuickPasswords
{
    /// <summary>As the server has it.</summary>
    public static PasswordHasher<Account> Shipped { get; } = Passwords.Hasher;

    [ModuleInitializer]
    internal static void Bring()
    {
        _ = Shipped;
        Passwords.Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 100 }));
    }
}
