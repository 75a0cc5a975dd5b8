using System.IO.MemoryMappedFiles;

namespace Fuzz;

/// <summary>
/// The input that each thread is at, in a file that outlives the process: a stack
/// overflow cannot be caught, so another process must be able to say which input it was.
/// </summary>
public sealed class Progress(string file, int threads) : IDisposable
{
    private readonly MemoryMappedFile _map = MemoryMappedFile.CreateFromFile(file, FileMode.OpenOrCreate, null, threads * sizeof(int));

    private MemoryMappedViewAccessor? _view;

    private MemoryMappedViewAccessor View => _view ??= _map.CreateViewAccessor();

    /// <summary>The input of a thread, counted from 1; 0 before the first and after the last.</summary>
    public int this[int thread]
    {
        get => View.ReadInt32(thread * sizeof(int));
        set => View.Write(thread * sizeof(int), value);
    }

    public IEnumerable<int> Inputs =>
        Enumerable.Range(0, threads).Select(thread => this[thread]).Where(input => input > 0).Select(input => input - 1);

    public void Dispose()
    {
        _view?.Dispose();
        _map.Dispose();
    }
}
