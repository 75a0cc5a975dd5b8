namespace GraphQLEngine.Execution;

/// <summary>What kind of response was written.</summary>
internal enum ExecutionOutcome
{
    /// <summary>Data without errors.</summary>
    Data,

    /// <summary>Data (possibly null) with execution errors.</summary>
    PartialData,

    /// <summary>The document could not be parsed; no data.</summary>
    SyntaxError,

    /// <summary>The document is invalid, the operation cannot be determined, or variables or arguments do not fit; no data.</summary>
    RequestError,

    /// <summary>A mutation or subscription where only queries are allowed; no data.</summary>
    OperationNotAllowed,
}
