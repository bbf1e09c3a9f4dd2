using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Format;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>The few cell styles that all cells of a workbook share; one style a cell would swell the file and stop at 64,000.</summary>
internal sealed class LedgerStyles
{
    // The text format: Excel keeps what is typed over a cell as text as well, so 1.10 stays 1.10.
    private const string TextFormat = "@";

    public LedgerStyles(XSSFWorkbook workbook)
    {
        var format = workbook.CreateDataFormat().GetFormat(TextFormat);
        Head = Style(workbook, format, FontNames.Hei, HorizontalAlignment.Center);
        Head.FillForegroundColor = IndexedColors.Grey25Percent.Index;
        Head.FillPattern = FillPattern.SolidForeground;
        Head.VerticalAlignment = VerticalAlignment.Center;
        Text = Style(workbook, format, FontNames.Song, HorizontalAlignment.Left);
        Centred = Style(workbook, format, FontNames.Song, HorizontalAlignment.Center);
    }

    public ICellStyle Head { get; }

    public ICellStyle Text { get; }

    public ICellStyle Centred { get; }

    private static XSSFCellStyle Style(XSSFWorkbook workbook, short format, string fontName, HorizontalAlignment alignment)
    {
        var font = workbook.CreateFont();
        font.FontName = fontName;
        font.FontHeightInPoints = 10;
        var style = (XSSFCellStyle)workbook.CreateCellStyle();
        style.SetFont(font);
        style.DataFormat = format;
        style.Alignment = alignment;
        style.VerticalAlignment = VerticalAlignment.Top;
        style.WrapText = true;
        style.BorderTop = style.BorderBottom = style.BorderLeft = style.BorderRight = BorderStyle.Thin;
        return style;
    }
}
