using System.Data.Common;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Gives a command its values, as every provider takes them.</summary>
internal static class Speaking
{
    public static DbCommand Say(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return command;
    }
}
