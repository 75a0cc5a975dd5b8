using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>
/// All objects of one type at one place of the operation, whatever their parents: the unit of breadth-first resolution. A field that waits is resolved once
/// for the whole level before anything is written.
/// </summary>
internal sealed class Level(SelectionPlan plan)
{
    public SelectionPlan Plan { get; } = plan;

    public List<object?> Parents { get; } = [];

    public Column?[] Columns { get; } = new Column?[plan.ColumnCount];
}

/// <summary>Where an object of a resolved value stands: which level, and which of its parents.</summary>
internal readonly record struct ObjectSlot(Level? Level, int Index);

/// <summary>Walks the slots of one field's objects in the order in which they are written. Empty for fields that are resolved while writing.</summary>
internal struct SlotCursor
{
    public ObjectSlot[]? Slots;
    public int Next;
}

/// <summary>Distributes the objects of a column over levels, one per concrete type.</summary>
internal sealed class LevelBuilder(FieldPlan field)
{
    private readonly Dictionary<ObjectType, Level> _levels = [];

    public List<ObjectSlot> Slots { get; } = [];

    public IReadOnlyCollection<Level> Levels => _levels.Values;

    public void Add(object value, ObjectType? type)
    {
        // A value without type becomes an error when it is written.
        if (type is null)
        {
            Slots.Add(default);
            return;
        }
        if (!_levels.TryGetValue(type, out var level))
            _levels.Add(type, level = new Level(field.SelectionOf(type)));
        Slots.Add(new ObjectSlot(level, level.Parents.Count));
        level.Parents.Add(value);
    }
}
