using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Styles;

namespace YiyuanSafety.Templates;

/// <summary>One row for each named style: what it is called in Word, its paragraph and its type.</summary>
internal static class StyleList
{
    private const int Zi = TypeFigures.Character;
    private static readonly XElement[] None = [];

    public static IEnumerable<XElement> All() =>
    [
        // 7.2.4: the mark's upper edge 35 mm below the top of the type area.
        Style(MarkDrop, "版头间隔", [Lines(PageFigures.MarkDrop)], None),
        Style(MarkDropOne, "版头间隔（上有一行）", [Lines(PageFigures.MarkDrop - TypeFigures.Line)], None),
        Style(MarkDropTwo, "版头间隔（上有二行）", [Lines(PageFigures.MarkDrop - (2 * TypeFigures.Line))], None),

        // 7.2.1, 7.2.3: at the left edge, the urgency in 黑体.
        Style(CopyNumber, "份号", [Lines(TypeFigures.Line), Jc("left")], None),
        Style(Urgency, "紧急程度", [Lines(TypeFigures.Line), Jc("left")], Type(FontNames.Hei, TypeFigures.Size3)),
        Style(Mark, "发文机关标志", [Lines(TypeFigures.SizeMark * 10), Jc("center")], Type(FontNames.XiaoBiaoSong, TypeFigures.SizeMark, TypeFigures.Red)),
        Style(LongMark, "发文机关标志（长名称）", [Lines(TypeFigures.SizeLongMark * 10, 0, (TypeFigures.SizeMark - TypeFigures.SizeLongMark) * 10), Jc("center")], Type(FontNames.XiaoBiaoSong, TypeFigures.SizeLongMark, TypeFigures.Red)),

        // 7.2.4: names of a joint paper stretched to one width, 文件 at their right.
        Style(JointMark, "联合发文机关标志", [Lines(560), Jc("distribute")], Type(FontNames.XiaoBiaoSong, TypeFigures.SizeLongMark, TypeFigures.Red)),
        Style(JointWord, "联合发文“文件”", [Lines(TypeFigures.SizeMark * 10), Jc("center")], Type(FontNames.XiaoBiaoSong, TypeFigures.SizeMark, TypeFigures.Red)),

        // 7.2.5, 7.2.7: centred, the red line 4 mm below and as wide as the type area.
        Style(IssueNumber, "发文字号", [RedLine(), Lines(TypeFigures.Line), Jc("center")], None),

        // On paper that has its red line: the place of the line and of the white above it.
        Style(PreprintedNumber, "发文字号（套印纸）", [Lines(TypeFigures.Line, 0, (TypeFigures.RedLineSpace * 20) + 20), Jc("center")], None),

        // 10.3: 期号 centred; who writes and when over the red line.
        Style(MinutesNumber, "纪要期号", [Lines(TypeFigures.Line), Jc("center")], None),
        Style(MinutesLine, "纪要编发", [RedLine(), WideTab(), Lines(TypeFigures.Line), Jc("left")], None),

        // 10.1: mark 30 mm from the page's top, thick-over-thin line 4 mm below it, thin-over-thick line 20 mm from the foot.
        Style(LetterMark, "信函标志", [Lines(TypeFigures.SizeLetterMark * 10), Jc("center")], Type(FontNames.XiaoBiaoSong, TypeFigures.SizeLetterMark, TypeFigures.Red)),
        Style(LetterLongMark, "信函标志（长名称）", [Lines(TypeFigures.SizeLetterMark * 10), Jc("center")], Type(FontNames.XiaoBiaoSong, TypeFigures.Size2, TypeFigures.Red)),
        Style(LetterLine, "信函上线", [DoubleLine("thinThickSmallGap"), Lines(PageFigures.LetterElementGap - WhiteAboveText)], Type(FontNames.Song, 2)),
        Style(LetterLineBlank, "信函上线（套印纸）", [Lines(PageFigures.LetterElementGap - WhiteAboveText)], Type(FontNames.Song, 2)),
        Style(LetterFootLine, "信函下线", [DoubleLine("thickThinSmallGap"), Lines(20)], Type(FontNames.Song, 2)),
        Style(LetterNumber, "信函发文字号", [Lines(TypeFigures.Line), Jc("right")], None),
        Style(LetterNumberBeside, "信函发文字号（左有份号或紧急程度）", [WideTab(), Lines(TypeFigures.Line), Jc("left")], None),

        // 7.3.1: 2号, centred; each line is a paragraph of its own.
        Style(Title, "公文标题", [E("keepNext"), Lines(620), Jc("center"), Val("outlineLvl", 9)], Type(FontNames.XiaoBiaoSong, TypeFigures.Size2)),
        Style(Addressees, "主送机关", [Lines(TypeFigures.Line), Jc("both")], None),

        // 7.3.3: two characters in, the first-level heading in 黑体, the second in 楷体.
        Style(Body, "公文正文", [Lines(TypeFigures.Line), FirstLine(), Jc("both")], None),
        Style(BodyKept, "公文正文（与下段同页）", [E("keepNext"), Lines(TypeFigures.Line), FirstLine(), Jc("both")], None),
        Style(Heading1, "一级标题", [E("keepNext"), Lines(TypeFigures.Line), FirstLine(), Jc("both"), Val("outlineLvl", 0)], Type(FontNames.Hei, TypeFigures.Size3)),
        Style(KindHeading, "清单类别", [E("keepNext"), Lines(TypeFigures.Line, 160, 60), FirstLine(), Jc("both"), Val("outlineLvl", 0)], Type(FontNames.Hei, TypeFigures.Size3)),
        Style(Heading2, "二级标题", [E("keepNext"), Lines(TypeFigures.Line), FirstLine(), Jc("both"), Val("outlineLvl", 1)], Type(FontNames.Kai, TypeFigures.Size3)),

        // 7.3.4: two characters in; what wraps stands under the first character of the name. 7.3.7: the label at the left edge.
        Style(AttachmentFirst, "附件说明（首项）", [Lines(TypeFigures.Line), Hanging(6 * Zi, 4 * Zi), Jc("left")], None),
        Style(AttachmentNext, "附件说明（后项）", [Lines(TypeFigures.Line), Hanging(6 * Zi, Zi), Jc("left")], None),
        Style(AttachmentLast, "附件说明（末项）", [E("keepNext"), Lines(TypeFigures.Line), Hanging(6 * Zi, Zi), Jc("left")], None),
        Style(AttachmentNote, "附件说明", [E("keepNext"), Lines(TypeFigures.Line), Hanging(5 * Zi, 3 * Zi), Jc("left")], None),
        Style(AttachmentLabel, "附件标签", [E("keepNext"), Lines(TypeFigures.Line), Jc("left")], Type(FontNames.Hei, TypeFigures.Size3)),

        // 7.3.5.1: the date ends four characters from the edge, the issuer stands centred over it; 7.3.5.2: without a seal.
        Style(Issuer, "署名", [E("keepNext"), DateMiddleTab(), Lines(TypeFigures.Line), Jc("left")], None),
        Style(IssuerLong, "署名（长名称）", [E("keepNext"), Lines(TypeFigures.Line), Right(2 * Zi), Jc("right")], None),
        Style(Date, "成文日期", [Lines(TypeFigures.Line), Right(4 * Zi), Jc("right")], None),
        Style(UnsealedIssuer, "署名（不盖章）", [E("keepNext"), Lines(TypeFigures.Line), Right(2 * Zi), Jc("right")], None),
        Style(UnsealedDate, "成文日期（不盖章）", [Lines(TypeFigures.Line), Jc("left")], None),
        Style(JointIssuer, "联合署名", [E("keepNext"), Lines(TypeFigures.Line), Jc("center")], None),

        // 7.3.6: two characters in, in brackets.
        Style(Note, "附注", [Lines(TypeFigures.Line), E("ind", At("left", 2 * Zi)), Jc("left")], None),

        // 10.3: what wraps stands under the first name.
        Style(Attendance, "出席人员", [Lines(TypeFigures.Line), Hanging(5 * Zi, 3 * Zi), Jc("left")], None),
        Style(Styles.Empty, "空行", [Lines(TypeFigures.Line)], None),
        Style(EmptyKept, "署名前空行", [E("keepNext"), Lines(TypeFigures.Line)], None),

        // Tables: custom, the standard has no rule for them.
        Style(TableNote, "表前说明", [Lines(TypeFigures.Line), FirstLine(), Jc("both")], None),
        Style(TableHead, "表头", [E("keepNext"), Lines(TypeFigures.LineTable, 40, 40), Jc("center")], Type(FontNames.Hei, TypeFigures.SizeTable)),
        Style(TableText, "表内文字", [Lines(TypeFigures.LineTable), Jc("left")], Type(FontNames.FangSong, TypeFigures.SizeTable)),
        Style(TableSource, "表内原文", [Lines(TypeFigures.LineTable), Jc("left")], Type(FontNames.Kai, TypeFigures.SizeTable)),
        Style(TableCentred, "表内居中", [Lines(TypeFigures.LineTable), Jc("center")], Type(FontNames.FangSong, TypeFigures.SizeTable)),
        Style(TableSection, "表内分节", [E("keepNext"), Lines(TypeFigures.LineTable, 40, 40), Jc("left")], Type(FontNames.Kai, TypeFigures.SizeTable)),

        // A chart is as high as it is: an exact line would show a strip of it. Names stand with what they name.
        Style(TableName, "表名", [E("keepNext"), Lines(TypeFigures.LineTable, 120, 60), Jc("center")], Type(FontNames.Hei, TypeFigures.SizeTable)),
        Style(Figure, "图", [E("keepNext"), E("spacing", At("before", 160), At("after", 0), At("line", 240), At("lineRule", "auto")), Jc("center")], Type(FontNames.FangSong, TypeFigures.SizeTable)),
        Style(FigureName, "图名", [Lines(TypeFigures.LineTable, 60, 120), Jc("center")], Type(FontNames.Hei, TypeFigures.SizeTable)),

        Style(SlipField, "回执填写项", [Lines(TypeFigures.Line), FirstLine(), Jc("left")], None),
        Style(TableField, "表内填写项", [E("tabs", E("tab", At("val", "left"), At("pos", PageFigures.TypeWidth / 2))), Lines(TypeFigures.LineTable, 60, 60), Jc("left")], Type(FontNames.FangSong, TypeFigures.SizeTable)),

        Style(ColophonRoom, "版记占位", [E("keepNext"), Lines(TypeFigures.Line4)], None),

        // 7.4.2, 7.4.3: 4号, one character in from both edges.
        Style(CopyTo, "抄送", [Lines(TypeFigures.Line4), CopyToIndent(), Jc("left")], Type(FontNames.FangSong, TypeFigures.Size4)),
        Style(Printed, "印发", [PrintedTab(), Lines(TypeFigures.Line4), E("ind", At("left", TypeFigures.Character4)), Jc("left")], Type(FontNames.FangSong, TypeFigures.Size4)),

        // 7.5: one character in from the outer edge.
        Style(PageNumberOdd, "页码（单页）", [Lines(TypeFigures.Character4), Right(TypeFigures.Character4), Jc("right")], Type(FontNames.Song, TypeFigures.Size4)),
        Style(PageNumberEven, "页码（双页）", [Lines(TypeFigures.Character4), E("ind", At("left", TypeFigures.Character4)), Jc("left")], Type(FontNames.Song, TypeFigures.Size4)),

        // Neither is ever printed at a height that matters.
        Style(Control, "模板控制", [Lines(TypeFigures.LineTable)], Type(FontNames.Song, 21, "7F7F7F")),
        Style(Styles.SectionEnd, "分节", [Lines(20)], Type(FontNames.Song, 2)),
    ];

    // White between the top of an exact line and the ink of 3号 type, as measured; the line below it makes up the seven eighths.
    private const int WhiteAboveText = 198;

    private static XElement Jc(string side) => Val("jc", side);

    private static XElement Right(int twips) => E("ind", At("right", twips));

    private static XElement FirstLine() => E("ind", At("firstLineChars", 200), At("firstLine", 2 * Zi));

    private static XElement Hanging(int left, int hanging) => E("ind", At("left", left), At("hanging", hanging));

    private static XElement CopyToIndent() => E(
        "ind", At("left", 4 * TypeFigures.Character4), At("right", TypeFigures.Character4), At("hanging", 3 * TypeFigures.Character4));

    // A stop at the right edge of the type area.
    private static XElement WideTab() => E("tabs", E("tab", At("val", "right"), At("pos", PageFigures.TypeWidth)));

    private static XElement PrintedTab() => E(
        "tabs", E("tab", At("val", "right"), At("pos", PageFigures.TypeWidth - TypeFigures.Character4)));

    private static XElement RedLine() => E("pBdr", E(
        "bottom", At("val", "single"), At("sz", TypeFigures.ThickRule), At("space", TypeFigures.RedLineSpace), At("color", TypeFigures.Red)));

    private static XElement DoubleLine(string kind) => E("pBdr", E(
        "top", At("val", kind), At("sz", 24), At("space", 0), At("color", TypeFigures.Red)));
}
