namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>Reads plain text and Markdown: one block per line, exactly as in the file but for the marks of Markdown.</summary>
internal static class PlainTextReader
{
    // Four bytes hold at least one UTF-16 unit in UTF-8, UTF-16 and GB18030 alike.
    private const int MostBytesPerCharacter = 4;
    private const int SampleCharacters = 1 << 16;
    private const int FewStrange = 2;

    public static SourceDocument Read(ReadOnlySpan<byte> bytes, string file, SourceFormat format, ReadingLimits limits)
    {
        if (bytes.Length > (long)limits.Characters * MostBytesPerCharacter + MostBytesPerCharacter)
            throw Unreadable.TooMuchText(file, limits.Characters);

        var decoded = TextDecoding.Decode(bytes);
        if (string.IsNullOrWhiteSpace(decoded.Text))
            throw Unreadable.Empty(file);
        RefuseWhatIsNoText(decoded.Text, file);

        var lines = Lines(decoded.Text, file, limits);
        if (format == SourceFormat.Markdown || MarkdownMarks.IsMarkdown(lines))
            lines = lines.ConvertAll(line => MarkdownMarks.Without(line, format == SourceFormat.Markdown));
        var blocks = new BlockCollector(file, limits);
        var tables = 0;
        for (var at = 0; at < lines.Count;)
        {
            var rows = MarkdownTable.RowsAt(lines, at);
            if (rows == 0)
            {
                blocks.Add(new SourceBlock(blocks.Next, lines[at], new SourcePlace(Line: at + 1))
                {
                    Kind = BlockKind.Line,
                    HeadingLevel = HeadingLevel(lines[at]),
                });
                at++;
                continue;
            }

            MarkdownTable.Add(lines, at, rows, tables++, blocks);
            at += rows;
        }

        return new SourceDocument(format, blocks.Blocks, Findings(decoded, lines));
    }

    /// <summary>Number of leading # signs (1 to 6) where white space or nothing follows them, else null.</summary>
    internal static int? HeadingLevel(string line)
    {
        var signs = line.AsSpan().IndexOfAnyExcept('#');
        if (signs < 0)
            signs = line.Length;
        return signs is >= 1 and <= 6 && (signs < line.Length && char.IsWhiteSpace(line[signs])) ? signs : null;
    }

    // \r\n, \n, \r and the form feed of a page end a line; they are the only characters that go.
    private static List<string> Lines(string text, string file, ReadingLimits limits)
    {
        var lines = new List<string>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny('\n', '\r', '\f');
            if (lines.Count >= limits.Blocks)
                throw Unreadable.TooManyBlocks(file, limits.Blocks);
            if (end < 0)
            {
                lines.Add(rest.ToString());
                break;
            }

            lines.Add(rest[..end].ToString());
            rest = rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        return lines;
    }

    private static void RefuseWhatIsNoText(string text, string file)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleCharacters));
        var start = sample.TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw Unreadable.UnknownFormat(file, "网页");
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            throw Unreadable.UnknownFormat(file, "XML 文件");

        var strange = 0;
        foreach (var character in sample)
        {
            if (character == '\0')
                throw Unreadable.UnknownFormat(file);
            if (character == '\uFFFD' || (char.IsControl(character) && !char.IsWhiteSpace(character)))
                strange++;
        }

        // Text may hold a stray control character; rubbish is full of them.
        if (strange > FewStrange && strange * 20L > sample.Length)
            throw Unreadable.UnknownFormat(file);
    }

    private static IReadOnlyList<Finding> Findings(DecodedText decoded, List<string> lines)
    {
        if (!decoded.Doubtful)
            return [];

        var at = lines.FindIndex(line => line.Contains('\uFFFD', StringComparison.Ordinal));
        var line = at < 0 ? "" : lines[at];
        return
        [
            new Finding(
                FindingCodes.Encoding,
                Severity.Warning,
                $"文件按 {decoded.Encoding} 编码读取时，有些字节不是有效文字，已显示为“\uFFFD”。请核对这些地方，必要时用 UTF-8 编码另存原文件后再导入。",
                at < 0 ? "" : new SourcePlace(Line: at + 1).ToString())
            {
                Source = line,
            },
        ];
    }
}
