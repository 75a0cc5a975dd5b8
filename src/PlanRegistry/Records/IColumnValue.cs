namespace PlanRegistry.Records;

/// <summary>A value type that a column can hold and that names a record.</summary>
public interface IColumnValue<TSelf> where TSelf : struct, IColumnValue<TSelf>
{
    /// <summary>The record type that it names.</summary>
    static abstract Type Names { get; }

    /// <summary>What the text of a file of the district <paramref name="home"/> stands for.</summary>
    static abstract bool TryParse(string? text, DistrictCode home, out TSelf value);

    /// <summary>As a file of the district <paramref name="home"/> writes it.</summary>
    string Within(DistrictCode home);

    /// <summary>The record that it names, as DISTRICT:CODE.</summary>
    string Named { get; }
}
