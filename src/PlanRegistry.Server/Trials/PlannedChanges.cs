using System.Reflection;
using GraphQLEngine;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Trials;

/// <summary>The mutations that may be tried: all that decide by an input and the desk alone, found by their input.</summary>
internal static class PlannedChanges
{
    private static readonly Dictionary<Type, MethodInfo> Mutations = Assembly.GetExecutingAssembly().GetTypes()
        .Where(t => t.GetCustomAttribute<ResolvesAttribute>() is { TypeName: "Mutation" })
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.GetParameters() is [var input, var desk] && input.ParameterType.IsSubclassOf(typeof(CommandInput))
            && desk.ParameterType == typeof(CommandDesk))
        .ToDictionary(m => m.GetParameters()[0].ParameterType);

    /// <summary>The name of the mutation in the schema.</summary>
    public static string NameOf(CommandInput input) =>
        Mutations[input.GetType()].Name is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    public static Outcome Run(CommandInput input, CommandDesk desk) =>
        ((Payload)Mutations[input.GetType()].Invoke(null, BindingFlags.DoNotWrapExceptions, null, [input, desk], null)!).Outcome;
}
