namespace GraphQLEngine;

/// <summary>One text of the schema definition language, with a name for messages.</summary>
/// <param name="Name">Usually the file's name.</param>
/// <param name="Text">Type definitions, extensions and directives (specification: Type System).</param>
public readonly record struct SdlDocument(string Name, string Text);
