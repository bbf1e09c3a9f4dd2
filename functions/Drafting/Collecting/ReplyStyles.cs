using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Format;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>The cell styles of a sheet to fill in. What may be typed in is pale yellow and not locked.</summary>
internal sealed class ReplyStyles
{
    // The text format: what is typed stays as typed, and = + - @ at its beginning make no formula.
    private const string TextFormat = "@";
    private const string WholeFormat = "0";
    private const string DateFormat = "yyyy-mm-dd";

    private readonly XSSFWorkbook _workbook;

    public ReplyStyles(XSSFWorkbook workbook)
    {
        _workbook = workbook;
        Title = Style(TextFormat, FontNames.Hei, HorizontalAlignment.Center, isCell: false, size: 16);
        Line = Style(TextFormat, FontNames.Song, HorizontalAlignment.Left, isCell: false);
        LineRight = Style(TextFormat, FontNames.Song, HorizontalAlignment.Right, isCell: false);
        Head = Filled(Style(TextFormat, FontNames.Hei, HorizontalAlignment.Center), IndexedColors.Grey25Percent);
        AnswerHead = Filled(Style(TextFormat, FontNames.Hei, HorizontalAlignment.Center), IndexedColors.Tan);
        Text = Style(TextFormat, FontNames.Song, HorizontalAlignment.Left);
        Centred = Style(TextFormat, FontNames.Song, HorizontalAlignment.Center);
        AnswerText = Answer(TextFormat, HorizontalAlignment.Left);
        AnswerWord = Answer(TextFormat, HorizontalAlignment.Center);
        AnswerWhole = Answer(WholeFormat, HorizontalAlignment.Center);
        AnswerDate = Answer(DateFormat, HorizontalAlignment.Center);
    }

    public ICellStyle Title { get; }

    public ICellStyle Line { get; }

    public ICellStyle LineRight { get; }

    public ICellStyle Head { get; }

    public ICellStyle AnswerHead { get; }

    public ICellStyle Text { get; }

    public ICellStyle Centred { get; }

    public ICellStyle AnswerText { get; }

    public ICellStyle AnswerWord { get; }

    public ICellStyle AnswerWhole { get; }

    public ICellStyle AnswerDate { get; }

    private XSSFCellStyle Answer(string format, HorizontalAlignment alignment)
    {
        var style = Filled(Style(format, FontNames.Song, alignment), IndexedColors.LightYellow);
        style.IsLocked = false;
        return style;
    }

    private static XSSFCellStyle Filled(XSSFCellStyle style, IndexedColors colour)
    {
        style.FillForegroundColor = colour.Index;
        style.FillPattern = FillPattern.SolidForeground;
        return style;
    }

    private XSSFCellStyle Style(string format, string fontName, HorizontalAlignment alignment, bool isCell = true, short size = 10)
    {
        var font = _workbook.CreateFont();
        font.FontName = fontName;
        font.FontHeightInPoints = size;
        var style = (XSSFCellStyle)_workbook.CreateCellStyle();
        style.SetFont(font);
        style.DataFormat = _workbook.CreateDataFormat().GetFormat(format);
        style.Alignment = alignment;
        style.VerticalAlignment = VerticalAlignment.Center;
        style.WrapText = true;
        if (isCell)
            style.BorderTop = style.BorderBottom = style.BorderLeft = style.BorderRight = BorderStyle.Thin;
        return style;
    }
}
