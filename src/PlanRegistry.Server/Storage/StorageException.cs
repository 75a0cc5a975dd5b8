namespace PlanRegistry.Server.Storage;

/// <summary>The database cannot be used; the message is one sentence for the person who named it. Exit code 3.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
