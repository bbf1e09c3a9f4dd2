using System.IO.Compression;
using System.Security.Cryptography;

namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// Compares Office files the way SharePoint leaves them: a library writes its columns into the properties of every .docx and .xlsx that is
/// put into it, so that size and hash are no longer those of what was sent, while the paper itself is untouched.
/// </summary>
internal static class OfficeFile
{
    private const long MostUnpacked = 400L << 20;

    /// <summary>Whether a place is that of a file of Office at all. Older ones the library changes in ways that cannot be compared.</summary>
    public static bool IsOfKind(string place) => Path.GetExtension(place).ToLowerInvariant() is ".docx" or ".xlsx" or ".pptx" or ".doc" or ".xls" or ".ppt";

    /// <summary>Whether a place is that of an Office file that can be compared.</summary>
    public static bool Is(string place) => Path.GetExtension(place).ToLowerInvariant() is ".docx" or ".xlsx";

    /// <summary>Whether a file is the one that was sent, whatever the library added.</summary>
    public static bool IsSame(Stream sent, Stream found)
    {
        try
        {
            using var ours = new ZipArchive(sent, ZipArchiveMode.Read, leaveOpen: true);
            using var theirs = new ZipArchive(found, ZipArchiveMode.Read, leaveOpen: true);
            if (theirs.Entries.Sum(entry => entry.Length) > MostUnpacked || ours.Entries.Sum(entry => entry.Length) > MostUnpacked)
                return false;
            var there = theirs.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
            return ours.Entries.Where(entry => !IsLibrarys(entry.FullName)).All(entry => there.TryGetValue(entry.FullName, out var other) && Hash(entry).AsSpan().SequenceEqual(Hash(other)));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsLibrarys(string name) =>
        name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    private static byte[] Hash(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return SHA256.HashData(stream);
    }
}
