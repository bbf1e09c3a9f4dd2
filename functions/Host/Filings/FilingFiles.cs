using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Filings;

/// <summary>The files that people name to be filed.</summary>
internal static class FilingFiles
{
    private static readonly string[] Endings = [".docx", ".xlsx", ".pdf", ".doc", ".wps", ".xls", ".et"];

    /// <summary>The papers that are named, and those in the folders that are named, in order. A PDF beside a paper of its name goes with the paper.</summary>
    /// <exception cref="UnreadableSourceException">There is no such file or folder, or none of them has a paper.</exception>
    public static IReadOnlyList<FileInfo> Of(IReadOnlyList<string> names)
    {
        var files = names.SelectMany(Of).DistinctBy(file => file.FullName).ToList();
        var withPapers = files.Select(PdfOf).OfType<FileInfo>().Select(pdf => pdf.FullName).ToHashSet(StringComparer.Ordinal);
        files.RemoveAll(file => withPapers.Contains(file.FullName));
        return files.Count > 0
            ? files
            : throw new UnreadableSourceException(SourceErrors.NotFound, $"“{string.Join("”、“", names)}”里没有可归档的公文（{string.Join(" ", Endings)}）。请核对文件夹。");
    }

    /// <summary>The PDF beside a paper, in whatever letters its ending is written; null for none, and for a PDF itself.</summary>
    public static FileInfo? PdfOf(FileInfo paper) => IsPdf(paper) || paper.Directory is not { Exists: true } folder
        ? null
        : folder.EnumerateFiles().Where(file => IsPdf(file) && Stem(file) == Stem(paper)).MaxBy(file => file.Extension, StringComparer.Ordinal);

    private static IEnumerable<FileInfo> Of(string name)
    {
        if (System.IO.Directory.Exists(name))
        {
            return new DirectoryInfo(name).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => Endings.Contains(file.Extension.ToLowerInvariant()) && file.Name[0] is not ('~' or '.')).OrderBy(file => file.FullName, StringComparer.Ordinal);
        }

        return File.Exists(name)
            ? [new FileInfo(name)]
            : throw new UnreadableSourceException(SourceErrors.NotFound, $"“{name}”：没有这个文件或文件夹。请核对名称。");
    }

    private static bool IsPdf(FileInfo file) => file.Extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase);

    private static string Stem(FileInfo file) => Path.ChangeExtension(file.FullName, null);
}
