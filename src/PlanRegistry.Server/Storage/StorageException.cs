using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>The database cannot be used; one sentence for the person who named it. Exit code 3.</summary>
public sealed class StorageException(Text sentence, Exception? inner = null, string code = StorageException.Unavailable)
    : SpokenException(sentence, code, inner)
{
    /// <summary>The sentence says what must be mended first.</summary>
    public const string Unavailable = "STORAGE_UNAVAILABLE";

    /// <summary>Somebody else writes: the same again, later, will do.</summary>
    public const string Busy = "STORAGE_BUSY";

    /// <summary>Somebody else writes to the home of this name.</summary>
    public static StorageException OfBusy(string home, Exception? inner = null) => new(
        new($"数据库“{home}”正由其他操作写入，请稍后重试。", $"The database '{home}' is being written to by somebody else; try again later."),
        inner, Busy);
}
