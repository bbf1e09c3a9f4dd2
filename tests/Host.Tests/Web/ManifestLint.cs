using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace YiyuanSafety.Host.Tests.Web;

/// <summary>
/// What Word wants of a manifest, without Microsoft's own validator, which asks a service on the net: the order and presence of elements as
/// its schema has them, the limits of its documentation, and what the schema lets pass although Word then shows no button.
/// </summary>
internal sealed partial class ManifestLint
{
    private static readonly XNamespace App = "http://schemas.microsoft.com/office/appforoffice/1.1";
    private static readonly XNamespace Commands = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
    private static readonly XNamespace Types = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    // Children in the order of the schema: ! must be there, + must and may be there several times.
    private static readonly Dictionary<XName, string> Orders = new()
    {
        [App + "OfficeApp"] = "Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains "
            + "Hosts! Requirements! DefaultSettings! Permissions! Dictionary VersionOverrides! ExtendedOverrides",
        [App + "AppDomains"] = "AppDomain+",
        [App + "Hosts"] = "Host!",
        [App + "Requirements"] = "Sets!",
        [App + "Sets"] = "Set+",
        [App + "DefaultSettings"] = "SourceLocation!",
        [Commands + "VersionOverrides"] = "Description Requirements Hosts! Resources! WebApplicationInfo EquivalentAddins",
        [Commands + "Hosts"] = "Host!",
        [Commands + "Host"] = "Runtimes DesktopFormFactor!",
        [Commands + "DesktopFormFactor"] = "GetStarted FunctionFile ExtensionPoint!",
        [Commands + "GetStarted"] = "Title! Description! LearnMoreUrl!",
        [Commands + "ExtensionPoint"] = "OfficeTab!",
        [Commands + "OfficeTab"] = "Group!",
        [Commands + "Group"] = "Label! Icon! Control+",
        [Commands + "Icon"] = "Image+",
        [Commands + "Control"] = "Label! Supertip! Icon! Action! Enabled",
        [Commands + "Supertip"] = "Title! Description!",
        [Commands + "Action"] = "TaskpaneId SourceLocation!",
        [Commands + "Resources"] = "Images! Urls! ShortStrings! LongStrings!",
        [Types + "Images"] = "Image+",
        [Types + "Urls"] = "Url+",
        [Types + "ShortStrings"] = "String+",
        [Types + "LongStrings"] = "String+",
    };

    private static readonly Dictionary<XName, string> Kinds = new()
    {
        [App + "OfficeApp"] = "TaskPaneApp",
        [Commands + "VersionOverrides"] = "VersionOverridesV1_0",
        [Commands + "Host"] = "Document",
        [Commands + "ExtensionPoint"] = "PrimaryCommandSurface",
        [Commands + "Control"] = "Button",
        [Commands + "Action"] = "ShowTaskpane",
    };

    // Where a resid of an element points to.
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["Image"] = "Images",
        ["LearnMoreUrl"] = "Urls",
        ["SourceLocation"] = "Urls",
        ["Label"] = "ShortStrings",
        ["Title"] = "ShortStrings",
        ["Description"] = "LongStrings",
    };

    private static readonly string[] KnownSets = ["WordApi", "CustomXmlParts", "Settings", "OoxmlCoercion", "File", "CompressedFile", "Selection", "DialogApi", "IdentityAPI", "AddinCommands"];
    private static readonly int[] NeededSizes = [16, 32, 80];
    private static readonly int[] RibbonSizes = [16, 20, 24, 32, 40, 48, 64, 80];

    private readonly List<string> _problems = [];
    private readonly XElement _root;
    private readonly Func<string, byte[]?> _picture;

    private ManifestLint(XElement root, Func<string, byte[]?> picture) => (_root, _picture) = (root, picture);

    /// <summary>What is wrong with a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="picture">The file of a picture, by the path of its address; null where there is none.</param>
    public static IReadOnlyList<string> Problems(XDocument manifest, Func<string, byte[]?> picture)
    {
        var lint = new ManifestLint(manifest.Root ?? throw new InvalidOperationException("No manifest."), picture);
        lint.Order();
        if (lint._problems.Count > 0)
            return lint._problems;
        lint.Head();
        lint.Sets();
        lint.Resources();
        lint.Identities();
        lint.Texts();
        lint.Addresses();
        lint.Pictures();
        return lint._problems;
    }

    private void Order()
    {
        Check(_root.Name == App + "OfficeApp", $"root {_root.Name}");
        foreach (var element in _root.DescendantsAndSelf())
        {
            if (Kinds.TryGetValue(element.Name, out var kind))
                Check((string?)element.Attribute(Instance + "type") == kind, $"xsi:type of {element.Name.LocalName}");
            if (!Orders.TryGetValue(element.Name, out var text))
                continue;
            var order = text.Split(' ');
            var names = order.Select(name => name.TrimEnd('!', '+')).ToList();
            var children = element.Elements().Select(child => child.Name.LocalName).ToList();
            foreach (var unknown in children.Except(names))
                Check(false, $"{unknown} in {element.Name.LocalName}");
            var places = children.ConvertAll(names.IndexOf);
            Check(places.SequenceEqual(places.Order()), $"order in {element.Name.LocalName}: {string.Join(' ', children.Distinct())}");
            for (var at = 0; at < order.Length; at++)
            {
                var count = places.Count(place => place == at);
                Check(count > 0 || !(order[at].EndsWith('!') || order[at].EndsWith('+')), $"no {names[at]} in {element.Name.LocalName}");
                Check(count < 2 || order[at].EndsWith('+'), $"{count} {names[at]} in {element.Name.LocalName}");
            }
        }

        foreach (var below in _root.Descendants(Commands + "VersionOverrides").Descendants())
            Check(below.Name.Namespace == Commands || below.Name.Namespace == Types, $"namespace of {below.Name}");
    }

    private void Head()
    {
        Check(Guid.TryParseExact(One("Id").Value, "D", out _), "Id is no GUID");
        Check(VersionShape().IsMatch(One("Version").Value), $"Version {One("Version").Value}");
        Check(One("DefaultLocale").Value == "zh-CN", "DefaultLocale");
        Check(One("ProviderName").Value.Length is > 0 and <= 125, "ProviderName");
        Check(One("Permissions").Value == "ReadWriteDocument", "Permissions");
        Check((string?)_root.Element(App + "Hosts")?.Element(App + "Host")?.Attribute("Name") == "Document", "Host Name");
        Check((string?)_root.Descendants(Commands + "OfficeTab").Single().Attribute("id") == "TabHome", "OfficeTab");
    }

    // Sets inside of VersionOverrides would take every button away from a Word that lacks one of them.
    private void Sets()
    {
        var sets = _root.Descendants(App + "Set").ToList();
        foreach (var set in sets)
            Check(KnownSets.Contains((string?)set.Attribute("Name")), $"requirement set {(string?)set.Attribute("Name")}");
        Check(sets.Exists(set => (string?)set.Attribute("Name") == "WordApi" && (string?)set.Attribute("MinVersion") == "1.3"), "WordApi 1.3");
        Check(!_root.Descendants(Commands + "Requirements").Any(), "Requirements in VersionOverrides");
    }

    private void Resources()
    {
        var all = _root.Descendants(Commands + "Resources").Elements().Elements().ToList();
        foreach (var twice in all.GroupBy(one => (string?)one.Attribute("id")).Where(group => group.Count() > 1))
            Check(false, $"two resources {twice.Key}");
        foreach (var one in all)
            Check(((string?)one.Attribute("id"))?.Length is > 0 and <= 32, $"length of resid {(string?)one.Attribute("id")}");
        HashSet<string> used = [];
        foreach (var user in _root.Descendants().Where(element => element.Attribute("resid") is not null))
        {
            var id = (string?)user.Attribute("resid") ?? "";
            used.Add(id);
            var table = all.FirstOrDefault(one => (string?)one.Attribute("id") == id)?.Parent?.Name;
            Check(table == Types + Tables.GetValueOrDefault(user.Name.LocalName, ""), $"resid {id} of {user.Name.LocalName} not found");
        }

        foreach (var unused in all.Select(one => (string?)one.Attribute("id") ?? "").Except(used))
            Check(false, $"resource {unused} not used");
    }

    private void Identities()
    {
        var ids = _root.Descendants().Where(element => element.Name == Commands + "Control" || element.Name == Commands + "Group").Select(element => (string?)element.Attribute("id") ?? "").ToList();
        Check(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "two controls of one id");
        Check(ids.TrueForAll(id => id.Length is > 0 and <= 125), "length of a control's id");
    }

    private void Texts()
    {
        Text(One("DisplayName"), 125);
        Text(One("Description"), 250);
        var labels = _root.Descendants(Commands + "Label").Select(label => (string?)label.Attribute("resid")).ToHashSet();
        foreach (var text in _root.Descendants(Types + "String"))
            Text(text, text.Parent?.Name == Types + "LongStrings" ? 250 : labels.Contains((string?)text.Attribute("id")) ? 16 : 125);
    }

    private void Text(XElement text, int most)
    {
        var name = (string?)text.Attribute("id") ?? text.Name.LocalName;
        var chinese = (string?)text.Attribute("DefaultValue") ?? "";
        var others = text.Elements().Where(element => element.Name.LocalName == "Override").ToList();
        Check(others.Count == 1 && (string?)others[0].Attribute("Locale") == "en-US", $"locales of {name}");
        var english = (string?)others.FirstOrDefault()?.Attribute("Value") ?? "";
        Check(chinese.Length > 0 && chinese.Length <= most && english.Length > 0 && english.Length <= most, $"length of {name}");
        Check(HanLetter().IsMatch(chinese) && !HanLetter().IsMatch(english), $"language of {name}");
    }

    private void Addresses()
    {
        var pane = Uri.TryCreate((string?)_root.Descendants(App + "SourceLocation").Single().Attribute("DefaultValue"), UriKind.Absolute, out var location) ? location : null;
        string[] names = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"];
        foreach (var text in _root.Descendants().Where(element => names.Contains(element.Name.LocalName)).Select(element => (string?)element.Attribute("DefaultValue")).OfType<string>())
            Check(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == "https" && address.Authority == pane?.Authority, $"address {text}");
        var domains = _root.Descendants(App + "AppDomain").Select(domain => domain.Value).ToList();
        foreach (var domain in domains)
            Check(DomainShape().IsMatch(domain), $"AppDomain {domain}");
        Check(domains.Contains(pane?.GetLeftPart(UriPartial.Authority) ?? ""), "own AppDomain");
        Check(domains.Contains("https://login.microsoftonline.com") && domains.Contains("https://login.partner.microsoftonline.cn"), "AppDomain of sign-in");
    }

    private void Pictures()
    {
        Picture((string?)One("IconUrl").Attribute("DefaultValue"), 32);
        Picture((string?)One("HighResolutionIconUrl").Attribute("DefaultValue"), 64);
        var addresses = _root.Descendants(Types + "Image").Where(image => image.Attribute("id") is not null).ToDictionary(image => (string?)image.Attribute("id") ?? "", image => (string?)image.Attribute("DefaultValue"));
        foreach (var icon in _root.Descendants(Commands + "Icon"))
        {
            var sizes = icon.Elements().Select(image => (int?)image.Attribute("size") ?? 0).ToList();
            Check(!NeededSizes.Except(sizes).Any() && !sizes.Except(RibbonSizes).Any(), $"sizes {string.Join(' ', sizes)}");
            foreach (var image in icon.Elements())
                Picture(addresses.GetValueOrDefault((string?)image.Attribute("resid") ?? ""), (int?)image.Attribute("size") ?? 0);
        }
    }

    private void Picture(string? address, int size)
    {
        var png = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? _picture(uri.AbsolutePath) : null;
        Check(png is not null && Png.SizeOf(png) == (size, size), $"picture {address} is not {size}");
    }

    private XElement One(string name) => _root.Elements(App + name).Single();

    private void Check(bool holds, string problem)
    {
        if (!holds)
            _problems.Add(problem);
    }

    [GeneratedRegex(@"\A[0-9]{1,5}(\.[0-9]{1,5}){0,3}\z")]
    private static partial Regex VersionShape();

    [GeneratedRegex(@"\Ahttps://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?\z")]
    private static partial Regex DomainShape();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HanLetter();
}
