namespace PlanRegistry.Server.GraphQL;

/// <summary>A field that its command reads for itself: it fills no column of the row that the input is.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BesideAttribute : Attribute;
