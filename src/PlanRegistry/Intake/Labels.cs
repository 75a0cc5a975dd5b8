namespace PlanRegistry.Intake;

internal static class Labels
{
    public static string Zh(string column) => column;
}
