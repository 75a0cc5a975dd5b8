namespace PlanRegistry.Server.Storage;

/// <summary>What is wrong with a server or its home, in one word: alarms are made of these.</summary>
public enum Trouble
{
    /// <summary>It cannot be read: away, gone, or full of connections.</summary>
    DatabaseAway,

    /// <summary>It can be read alone: a standby, a disk that is read only.</summary>
    ReadOnly,
    DiskFull,
    DiskLow,

    /// <summary>What other nodes write is seen late.</summary>
    NotHeard,

    /// <summary>What is kept is not as it was recorded.</summary>
    NotIntact,
    ClockInDoubt,
    Stopping,
}
