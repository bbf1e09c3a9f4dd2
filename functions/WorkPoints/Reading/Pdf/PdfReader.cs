using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>Reads the text layer of a PDF into paragraphs.</summary>
internal static class PdfReader
{
    /// <summary>Reads a file.</summary>
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, string name, ReadingLimits limits)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > limits.Pages)
                throw new UnreadableSourceException(SourceErrors.TooBig, $"“{name}”有 {pdf.NumberOfPages} 页，超过上限 {limits.Pages} 页。请核对是否选错了文件。");
            var pages = new List<PdfPage>();
            var characters = 0;
            foreach (var page in pdf.GetPages())
            {
                pages.Add(PdfLines.Of(page));
                characters += page.Letters.Count;
                if (characters > limits.Characters)
                    throw new UnreadableSourceException(SourceErrors.TooBig, $"“{name}”的文字超过上限 {limits.Characters} 字。请核对是否选错了文件。");
            }

            if (pages.Sum(page => page.Lines.Count) == 0)
                throw new UnreadableSourceException(SourceErrors.Scanned, $"“{name}”的各页都是图片，没有文字层。请先用文字识别（OCR）软件转换，或向发文单位索取 Word 版。");
            return PdfParagraphs.Of(pages);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableSourceException(SourceErrors.Encrypted, $"“{name}”设有打开密码，无法读取。请取消密码后重试。", e);
        }
        catch (Exception e) when (e is not UnreadableSourceException and not OutOfMemoryException and not StackOverflowException)
        {
            // PdfPig meets damaged files with exceptions of many kinds; all of them mean the same to the reader.
            throw new UnreadableSourceException(SourceErrors.Damaged, $"“{name}”已损坏或不完整，无法打开。请重新取得文件后重试。", e);
        }
    }
}

/// <summary>The lines of a page, from top to bottom.</summary>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfLine> Lines);

/// <summary>A printed line.</summary>
/// <param name="Text">Its text; columns far apart are parted by a tab.</param>
/// <param name="Left">Left edge in points.</param>
/// <param name="Right">Right edge in points.</param>
/// <param name="Baseline">Baseline in points above the page's bottom.</param>
/// <param name="Size">Height of its characters in points.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Baseline, double Size);

/// <summary>Puts the letters of a page into lines.</summary>
internal static class PdfLines
{
    /// <summary>The lines of a page.</summary>
    public static PdfPage Of(Page page)
    {
        var letters = page.Letters.Where(letter => letter.Value.Length > 0).ToList();
        var rows = new List<List<Letter>>();
        foreach (var letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y).ThenBy(letter => letter.StartBaseLine.X))
        {
            var size = Math.Max(letter.PointSize, 4);
            if (rows.Count > 0 && Math.Abs(rows[^1][0].StartBaseLine.Y - letter.StartBaseLine.Y) < size * 0.4)
                rows[^1].Add(letter);
            else
                rows.Add([letter]);
        }

        var lines = rows.Select(Line).Where(line => line.Text.Length > 0).ToList();
        return new PdfPage(page.Number, page.Width, page.Height, lines);
    }

    private static PdfLine Line(List<Letter> row)
    {
        var letters = row.OrderBy(letter => letter.StartBaseLine.X).ToList();
        var size = letters.Max(letter => Math.Max(letter.PointSize, 1));
        var text = new System.Text.StringBuilder();
        Letter? previous = null;
        foreach (var letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                continue;
            }

            if (previous is not null)
            {
                var gap = letter.StartBaseLine.X - previous.EndBaseLine.X;
                if (gap > size * 1.8)
                    text.Append('\t');
                else if (gap > size * 0.2 && char.IsAsciiLetterOrDigit(previous.Value[^1]) && char.IsAsciiLetterOrDigit(letter.Value[0]))
                    text.Append(' ');
            }

            text.Append(letter.Value);
            previous = letter;
        }

        var printed = letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        return printed.Count == 0
            ? new PdfLine("", 0, 0, 0, size)
            : new PdfLine(text.ToString(), printed[0].StartBaseLine.X, printed[^1].EndBaseLine.X, printed[0].StartBaseLine.Y, size);
    }
}
