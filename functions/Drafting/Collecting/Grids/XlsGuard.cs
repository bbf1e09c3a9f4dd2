using System.Buffers.Binary;

namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>Looks an .xls through before its records are read, and takes the records out of their container.</summary>
internal static class XlsGuard
{
    private const ushort Beginning = 0x0809;
    private const ushort End = 0x000A;
    private const ushort Password = 0x002F;
    private const ushort SheetOf = 0x0085;
    private const ushort OtherBook = 0x01AE;
    private const ushort Query = 0x01AD;
    private const ushort Connection = 0x0876;
    private const ushort Version8 = 0x0600;
    private const byte MacroSheet = 1;
    private const ushort MacroSubstream = 0x0040;

    /// <summary>The records of a workbook.</summary>
    public static byte[] Check(ReadOnlyMemory<byte> bytes, string file, WorkbookLimits limits)
    {
        try
        {
            var compound = CompoundFile.Open(bytes, limits.Parts);
            var names = compound.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Contains("EncryptedPackage"))
                throw WorkbookRefusal.Encrypted(file);
            if (names.Contains("WordDocument") || names.Contains("PowerPoint Document"))
                throw WorkbookRefusal.NotAWorkbook(file, names.Contains("WordDocument") ? "Word 文档" : "PowerPoint 演示文稿");
            if (names.Contains("_VBA_PROJECT_CUR") || names.Contains("_VBA_PROJECT"))
                throw WorkbookRefusal.Macros(file);
            if (names.Any(name => name.StartsWith("MBD", StringComparison.Ordinal) || name.StartsWith("LNK", StringComparison.Ordinal) || name is "Ctls" or "\u0001Ole10Native"))
                throw WorkbookRefusal.Embedded(file);
            if (!names.Contains("Workbook"))
                throw names.Contains("Book") ? WorkbookRefusal.NeedsConversion(file, "Excel 95 或更早的工作簿") : WorkbookRefusal.NotAWorkbook(file);
            var records = compound.Stream("Workbook") ?? throw WorkbookRefusal.NotAWorkbook(file);
            CheckRecords(records, file, limits);
            return records;
        }
        catch (InvalidDataException error)
        {
            throw WorkbookRefusal.Damaged(file, cause: error);
        }
    }

    private static void CheckRecords(ReadOnlySpan<byte> records, string file, WorkbookLimits limits)
    {
        var (at, count, depth) = (0, 0, 0);
        while (at + 4 <= records.Length)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(records[at..]);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(records[(at + 2)..]);

            // What comes behind the last sheet fills up the stream.
            if (depth == 0 && kind != Beginning)
                break;
            if (at + 4 + length > records.Length)
                throw WorkbookRefusal.Damaged(file);
            if (++count > limits.Records)
                throw WorkbookRefusal.TooBig(file, $"记录超过 {limits.Records} 条");
            CheckRecord(kind, records.Slice(at + 4, length), file);
            depth += kind == Beginning ? 1 : kind == End ? -1 : 0;
            at += 4 + length;
        }

        if (count == 0 || depth != 0)
            throw WorkbookRefusal.Damaged(file);
    }

    private static void CheckRecord(ushort kind, ReadOnlySpan<byte> data, string file)
    {
        switch (kind)
        {
            case Beginning when data.Length < 4 || BinaryPrimitives.ReadUInt16LittleEndian(data) != Version8:
                throw WorkbookRefusal.NeedsConversion(file, "Excel 95 或更早的工作簿");
            case Beginning when BinaryPrimitives.ReadUInt16LittleEndian(data[2..]) == MacroSubstream:
                throw WorkbookRefusal.Macros(file);

            // The library writes about others to the console.
            case Beginning when BinaryPrimitives.ReadUInt16LittleEndian(data[2..]) is not (0x0005 or 0x0006 or 0x0010 or 0x0020 or 0x0100):
                throw WorkbookRefusal.Damaged(file);
            case Password:
                throw WorkbookRefusal.Encrypted(file);
            case SheetOf when data.Length > 5 && data[5] == MacroSheet:
                throw WorkbookRefusal.Macros(file);
            case Query or Connection:
                throw WorkbookRefusal.Links(file, "与数据源的连接");

            // References to the book itself and to its functions have no name.
            case OtherBook when data.Length != 4:
                throw WorkbookRefusal.Links(file, "指向其他文件的链接");
            default:
                break;
        }
    }
}
