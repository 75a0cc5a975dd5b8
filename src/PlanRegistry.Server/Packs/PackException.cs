namespace PlanRegistry.Server.Packs;

/// <summary>A pack as a whole cannot be read or written; the message is one sentence for the person who named it.</summary>
public sealed class PackException(string message, Exception? inner = null) : Exception(message, inner);
