namespace GraphQLEngine;

/// <summary>One text of the schema definition language, with a name for messages.</summary>
/// <param name="Name">Usually the file's name.</param>
/// <param name="Text">Type definitions, extensions and directives (specification: Type System).</param>
public readonly record struct SdlDocument(string Name, string Text)
{
    /// <summary>Reads every <c>*.graphql</c> file under a folder, in the order of their paths.</summary>
    public static IReadOnlyList<SdlDocument> FromFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories)
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => new SdlDocument(Path.GetRelativePath(folder, path), File.ReadAllText(path)))];
}
