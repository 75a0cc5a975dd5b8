using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.GraphQL;

/// <summary>
/// What is wrong with a request, in the language of who asks: one sentence that names the argument and what would be right. What the
/// engine itself refuses by the schema it says in English; the edge tells the most of it in Chinese (Web/ChineseErrors).
/// </summary>
internal static class RequestErrors
{
    // The request that is being answered, wherever in its answer this is asked.
    private static readonly HttpContextAccessor Asking = new();

    /// <summary>The request as a whole is refused.</summary>
    public static GraphQLRequestException Request(string zh, string en, string code = ErrorCodes.BadUserInput) => new(Told(zh, en), code);

    public static GraphQLRequestException Request(Text sentence) => Request(sentence.Zh, sentence.En);

    /// <summary>The field is null, and the rest is answered.</summary>
    public static GraphQLException NotFound(string zh, string en) => new(Told(zh, en), ErrorCodes.NotFound);

    /// <summary>Does what needs the database and the clock; what they refuse is told to who asks, with its code.</summary>
    public static T Telling<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SpokenException e)
        {
            throw new GraphQLException(Told(e.Sentence.Zh, e.Sentence.En), e.Code);
        }
    }

    public static string Told(string zh, string en) => Reader.Of(Asking.HttpContext?.Request).Told(new Text(zh, en), null);
}
