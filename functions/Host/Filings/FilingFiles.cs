using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Filings;

/// <summary>A file that is to be filed.</summary>
/// <param name="File">The file.</param>
/// <param name="Pdf">The PDF beside it, in whatever letters its ending is written; null for none, and for a PDF itself.</param>
internal sealed record NamedFile(FileInfo File, FileInfo? Pdf);

/// <summary>The files that people name to be filed.</summary>
internal static class FilingFiles
{
    private static readonly string[] Endings = [".docx", ".xlsx", ".pdf", ".doc", ".wps", ".xls", ".et"];

    /// <summary>The papers that are named, and those in the folders that are named, in order. A PDF beside a paper of its name goes with the paper.</summary>
    /// <exception cref="UnreadableSourceException">There is no such file or folder, or none of them has a paper.</exception>
    public static IReadOnlyList<NamedFile> Of(IReadOnlyList<string> names)
    {
        var found = names.SelectMany(Of).DistinctBy(file => file.FullName).ToList();
        var pdfs = found.Select(file => file.DirectoryName).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles().Where(IsPdf)).ToLookup(Stem, StringComparer.Ordinal);
        var files = found.ConvertAll(file => new NamedFile(file, IsPdf(file) ? null : pdfs[Stem(file)].MaxBy(pdf => pdf.Extension, StringComparer.Ordinal)));
        var withPapers = files.Select(file => file.Pdf?.FullName).ToHashSet(StringComparer.Ordinal);
        files.RemoveAll(file => withPapers.Contains(file.File.FullName));
        return files.Count > 0
            ? files
            : throw new UnreadableSourceException(SourceErrors.NotFound, $"“{string.Join("”、“", names)}”里没有可归档的公文（{string.Join(" ", Endings)}）。请核对文件夹。");
    }

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
