using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>Reads the text layer of a PDF into paragraphs.</summary>
internal static class PdfReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, string file, ReadingLimits limits)
    {
        var budget = new DecodingBudget(file, limits.PartBytes);
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = limits.Depth,
                FilterProvider = new BoundedFilters(budget),
            };
            using var pdf = PdfDocument.Open(bytes.ToArray(), options);
            return Paragraphs(Pages(pdf, file, limits, budget), file, limits);
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw Unreadable.Encrypted(file, error);
        }
        catch (Exception error) when (error is not UnreadableSourceException and not OutOfMemoryException)
        {
            // PdfPig meets damaged files with exceptions of every kind; all of them mean the same here.
            budget.ThrowIfExceeded();
            throw Unreadable.Damaged(file, error);
        }
    }

    private static List<PdfPage> Pages(PdfDocument pdf, string file, ReadingLimits limits, DecodingBudget budget)
    {
        if (pdf.NumberOfPages > limits.Pages)
            throw Unreadable.TooManyPages(file, limits.Pages);

        var pages = new List<PdfPage>();
        var characters = 0L;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            var page = pdf.GetPage(number);

            // Lenient parsing may swallow the exception thrown while decoding.
            budget.ThrowIfExceeded();
            characters += page.Letters.Count;
            if (characters > limits.Characters)
                throw Unreadable.TooMuchText(file, limits.Characters);
            pages.Add(PdfPage.Of(page));
        }

        return pages;
    }

    private static SourceDocument Paragraphs(List<PdfPage> pages, string file, ReadingLimits limits)
    {
        if (pages.TrueForAll(page => page.Lines.Count == 0 && page.Aside.Count == 0))
            throw Unreadable.Scanned(file);

        var furniture = PdfFurniture.Find(pages);
        var blocks = new BlockCollector(file, limits);
        foreach (var block in PdfParagraphs.Join(pages, furniture))
            blocks.Add(block);

        // Page numbers are often all the text that a scanned page carries.
        return blocks.IsBlank
            ? throw Unreadable.Scanned(file)
            : new SourceDocument(SourceFormat.Pdf, blocks.Blocks, [.. PdfFindings.Of(pages, furniture)]);
    }
}
