using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>What PostgreSQL's errors mean to the person who named the database. Neither values nor passwords are repeated.</summary>
internal static class Faults
{
    public static StorageException Of(NpgsqlException e, string name) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected } =>
            StorageException.OfBusy(name, e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new(new($"数据库“{name}”不接受所用的用户或者密码。", $"The database '{name}' does not accept the user or the password."), e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new(new($"没有数据库“{name}”。", $"There is no database '{name}'."), e),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            new(new($"数据库“{name}”的连接已满，请稍后重试。", $"The database '{name}' has no connection left; try again later."), e,
                StorageException.Busy),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new(new($"数据库“{name}”所在磁盘已满，未写入任何内容。", $"The disk of the database '{name}' is full; nothing was written."), e),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            new(ReadOnly(name), e),
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: null or "" } =>
            new(PartsMissing(name), e),
        { InnerException: AuthenticationException or IOException { InnerException: AuthenticationException } } =>
            new(Untrusted(name), e),
        _ when e.Message.Contains("SSL", StringComparison.Ordinal) && e is not PostgresException && e.InnerException is null =>
            new(NoTls(name), e),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            new(new($"数据库“{name}”的用户没有所需的权限：{e.Message}", $"The user of the database '{name}' lacks a privilege: {e.Message}"), e),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or
            PostgresErrorCodes.CrashShutdown }
            or { InnerException: SocketException or EndOfStreamException or IOException or TimeoutException } =>
            Away(e, name),
        PostgresException => new(new($"数据库“{name}”出错：PostgreSQL提示“{e.Message}”。",
            $"The database '{name}' failed: PostgreSQL says '{e.Message}'."), e),
        _ => Away(e, name),
    };

    public static Text ReadOnly(string name) => new(
        $"数据库“{name}”是只读的（备用库，或者设为只读）：请连接主库，或者取消只读。",
        $"The database '{name}' is read only, a standby or set so: connect to the primary, or reset it.");

    public static Text PartsMissing(string name) => new(
        $"数据库“{name}”的分区不齐：请先运行plan-registry migrate，再以verify校验。",
        $"Tables of '{name}' lack their parts: run plan-registry migrate, and then verify.");

    public static Text TooOld(string name, Version version, int oldest) => new(
        $"数据库“{name}”的PostgreSQL为{version}，须为{oldest}或者更新的版本。",
        $"The PostgreSQL of '{name}' is {version}; {oldest} or newer is needed.");

    private static Text Untrusted(string name) => new(
        $"数据库“{name}”的证书未通过验证：请核对主机名，以及Root Certificate指定的根证书。",
        $"The certificate of '{name}' is not trusted: look at the host's name, and at the file that Root Certificate names.");

    private static Text NoTls(string name) => new(
        $"数据库“{name}”不提供加密连接，而连接串要求加密（SSL Mode）。",
        $"The database '{name}' offers no TLS, and the connection asks for it (SSL Mode).");

    private static StorageException Away(NpgsqlException e, string name) => new(
        new($"无法连接数据库“{name}”，请稍后重试；持续如此，请检查数据库是否在运行。",
            $"The database '{name}' cannot be reached; try again, and if this goes on, see whether it is running."), e);
}
