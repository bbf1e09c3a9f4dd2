using System.Buffers.Binary;
using System.Text;

namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>
/// The container of an .xls ([MS-CFB]), as far as it takes to know what is in it and to take one stream out. The library that reads the
/// records never sees the container itself: its walks through directory and chains are not made for files that want to do harm.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int SectorsInHeader = 109;
    private const uint LastSector = 0xFFFF_FFFA;
    private const int SmallSize = 4096;
    private const int SmallSector = 64;
    private const byte RootType = 5;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _sectorSize;
    private readonly List<uint> _tables = [];
    private readonly List<(string Name, byte Type, uint Start, long Size)> _entries = [];

    private CompoundFile(ReadOnlyMemory<byte> file)
    {
        _file = file;
        Need(file.Length >= HeaderSize);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file.Span[30..]);
        Need(shift is 9 or 12);
        _sectorSize = 1 << shift;
        ReadTables();
    }

    /// <summary>Names of all streams and folders.</summary>
    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    /// <summary>Opens a container.</summary>
    /// <exception cref="InvalidDataException">Damaged, or with more entries than allowed.</exception>
    public static CompoundFile Open(ReadOnlyMemory<byte> file, int most)
    {
        var compound = new CompoundFile(file);
        foreach (var sector in compound.Chain(compound.U32(48), most * EntrySize))
        {
            for (var at = 0; at < compound._sectorSize; at += EntrySize)
            {
                var entry = compound.Sector(sector).Slice(at, EntrySize);
                var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
                if (entry[66] == 0 || length is < 2 or > 64)
                    continue;
                Need(compound._entries.Count < most);
                compound._entries.Add((
                    Encoding.Unicode.GetString(entry[..(length - 2)]),
                    entry[66],
                    BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
            }
        }

        return compound;
    }

    /// <summary>The bytes of a stream; null where there is none.</summary>
    /// <exception cref="InvalidDataException">Damaged.</exception>
    public byte[]? Stream(string name)
    {
        var (found, _, start, size) = _entries.Find(entry => entry.Type != RootType && entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
            return null;
        Need(size <= _file.Length);
        return size < SmallSize ? Small(start, (int)size) : Large(start, (int)size);
    }

    private byte[] Large(uint start, int size)
    {
        var bytes = new byte[size];
        var filled = 0;
        foreach (var sector in Chain(start, size))
        {
            var part = Sector(sector);
            part = part[..Math.Min(part.Length, size - filled)];
            part.CopyTo(bytes.AsSpan(filled));
            filled += part.Length;
            if (filled == size)
                break;
        }

        Need(filled == size);
        return bytes;
    }

    // Short streams lie in small sectors within the stream of the root, with a table of their own.
    private byte[] Small(uint start, int size)
    {
        var root = _entries.Find(entry => entry.Type == RootType);
        Need(root.Name is not null && root.Size <= _file.Length);
        var sectors = Large(root.Start, (int)root.Size);
        var table = new List<uint>();
        foreach (var sector in Chain(U32(60), _file.Length))
        {
            for (var at = 0; at < _sectorSize; at += 4)
                table.Add(BinaryPrimitives.ReadUInt32LittleEndian(Sector(sector)[at..]));
        }

        var bytes = new byte[size];
        for (var (filled, sector) = (0, start); filled < size; filled += SmallSector)
        {
            Need(sector < table.Count && (sector + 1) * SmallSector <= sectors.Length);
            sectors.AsSpan((int)sector * SmallSector, Math.Min(SmallSector, size - filled)).CopyTo(bytes.AsSpan(filled));
            sector = table[(int)sector];
        }

        return bytes;
    }

    private void ReadTables()
    {
        for (var i = 0; i < SectorsInHeader; i++)
            AddTable(U32(76 + i * 4));
        var next = U32(68);
        for (var steps = 0; next < LastSector; steps++)
        {
            Need(steps <= _file.Length / _sectorSize);
            var sector = Sector(next);
            for (var at = 0; at < _sectorSize - 4; at += 4)
                AddTable(BinaryPrimitives.ReadUInt32LittleEndian(sector[at..]));
            next = BinaryPrimitives.ReadUInt32LittleEndian(sector[(_sectorSize - 4)..]);
        }
    }

    private void AddTable(uint sector)
    {
        if (sector < LastSector)
            _tables.Add(sector);
        Need(_tables.Count <= _file.Length / _sectorSize);
    }

    // A chain that is longer than what it holds runs in a circle.
    private IEnumerable<uint> Chain(uint start, int bytes)
    {
        var most = bytes / _sectorSize + 1;
        for (var sector = start; sector < LastSector; most--)
        {
            Need(most >= 0);
            yield return sector;
            var inTable = _sectorSize / 4;
            Need(sector / inTable < _tables.Count);
            sector = BinaryPrimitives.ReadUInt32LittleEndian(Sector(_tables[(int)(sector / inTable)])[(int)(sector % inTable * 4)..]);
        }
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        // The last sector may be cut short; what is missing counts as zeros.
        var at = (number + 1L) * _sectorSize;
        Need(at < _file.Length);
        var rest = _file.Span[(int)at..];
        if (rest.Length >= _sectorSize)
            return rest[.._sectorSize];
        var full = new byte[_sectorSize];
        rest.CopyTo(full);
        return full;
    }

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.Span[at..]);

    private static void Need(bool sound)
    {
        if (!sound)
            throw Damage();
    }

    private static InvalidDataException Damage() => new("复合文件已损坏");
}
