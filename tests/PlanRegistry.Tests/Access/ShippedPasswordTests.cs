using System.Buffers.Binary;

namespace PlanRegistry.Tests.Access;

public sealed class ShippedPasswordTests
{
    [Fact]
    public void The_server_hashes_with_SHA_512_and_a_hundred_thousand_rounds()
    {
        var hash = Convert.FromBase64String(QuickPasswords.Shipped.HashPassword(null!, "correct horse battery"));

        var (form, function, rounds) = (hash[0], BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)),
            BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
        (form, function, rounds).Should().Be((1, 2, 100_000), "2 stands for HMAC-SHA512");
    }
}
