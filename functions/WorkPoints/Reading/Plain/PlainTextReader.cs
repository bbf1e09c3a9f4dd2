using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>Reads plain text and Markdown: one block a line, characters exactly as in the file.</summary>
internal static class PlainTextReader
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, true);

    /// <summary>Reads a file.</summary>
    public static SourceDocument Read(ReadOnlySpan<byte> bytes, string name, SourceFormat format, ReadingLimits limits)
    {
        var (text, doubtful) = Decode(bytes);
        if (doubtful && LooksLikeRubbish(text))
            throw new UnreadableSourceException(SourceErrors.UnknownFormat, $"“{name}”不是可以识别的文字文件。请使用 .docx、.txt、.md 或带文字层的 .pdf。");
        if (text.Length > limits.Characters)
            throw new UnreadableSourceException(SourceErrors.TooBig, $"“{name}”有 {text.Length} 个字，超过上限 {limits.Characters}，不像一份工作要点。请核对是否选错了文件。");
        var blocks = new List<SourceBlock>();
        var line = 0;
        var table = new MarkdownTables(blocks);
        foreach (var content in Lines(text))
        {
            if (++line > limits.Blocks)
                throw new UnreadableSourceException(SourceErrors.TooBig, $"“{name}”超过 {limits.Blocks} 行，不像一份工作要点。请核对是否选错了文件。");
            var place = new SourcePlace(Line: line);
            if (format == SourceFormat.Markdown && table.TryAdd(content, place))
                continue;
            blocks.Add(new SourceBlock(blocks.Count, content, place) { Kind = BlockKind.Line, HeadingLevel = HeadingLevel(content) });
        }

        return new SourceDocument(format, blocks, doubtful
            ? [new Finding(FindingCodes.Encoding, Severity.Warning, "文件编码不一致，个别字符无法辨认，已用“�”代替。请核对原文。", "全文")]
            : []);
    }

    /// <summary>Decodes UTF-8, UTF-16 by its mark, or GB18030; the flag says that some bytes fitted none.</summary>
    private static (string Text, bool Doubtful) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode.GetString(bytes[2..]), false);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), false);
        try
        {
            return (StrictUtf8.GetString(bytes), false);
        }
        catch (DecoderFallbackException)
        {
            var text = Gb18030().GetString(bytes);
            var utf8 = Encoding.UTF8.GetString(bytes);
            var best = text.Count(c => c == '\uFFFD') <= utf8.Count(c => c == '\uFFFD') ? text : utf8;
            return (best, best.Contains('\uFFFD', StringComparison.Ordinal));
        }
    }

    private static Encoding Gb18030() =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new NotSupportedException("GB18030 is part of the framework.");

    private static bool LooksLikeRubbish(string text) => text.Count(c => c == '\uFFFD') * 20 > text.Length;

    /// <summary>Lines without their ends; a form feed ends a line too. A file's last line end starts no further line.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\f'))
                continue;
            yield return text[start..i];
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    // Recognised text and notes use # even in .txt files.
    private static int? HeadingLevel(string line)
    {
        var hashes = 0;
        while (hashes < line.Length && line[hashes] == '#')
            hashes++;
        return hashes is >= 1 and <= 6 && hashes < line.Length && line[hashes] == ' ' ? hashes : null;
    }
}
