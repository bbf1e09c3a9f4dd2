using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YiyuanSafety.Host.Web;

/// <summary>The manifest by which Word knows the pane. It ships inside the program for a service on this machine, and is written for others.</summary>
internal static class AddinManifest
{
    /// <summary>The address of the service that the shipped manifest speaks of.</summary>
    public const string Home = "https://localhost:5443";

    private const string Resource = "manifest.xml";
    private static readonly XNamespace Office = "http://schemas.microsoft.com/office/appforoffice/1.1";

    /// <summary>The shipped manifest.</summary>
    public static XDocument Shipped()
    {
        using var stream = typeof(AddinManifest).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The program was built without its manifest.");
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The manifest for a service at another address.</summary>
    /// <param name="service">The service's address; what follows its host is kept before the paths, such as /api of Azure Functions.</param>
    /// <param name="id">Another identity; null for the usual one.</param>
    public static XDocument For(Uri service, Guid? id)
    {
        var manifest = Shipped();
        var root = service.AbsoluteUri.TrimEnd('/');
        foreach (var attribute in manifest.Descendants().Attributes().Where(attribute => attribute.Value.StartsWith(Home + "/", StringComparison.Ordinal)))
            attribute.Value = root + attribute.Value[Home.Length..];

        // A domain has no path.
        foreach (var domain in manifest.Descendants(Office + "AppDomain").Where(domain => domain.Value == Home))
            domain.Value = AddinSettings.Origin(service);
        if (id is { } other)
            manifest.Descendants(Office + "Id").Single().Value = other.ToString("D");

        // What the shipped file says of itself is no longer so.
        foreach (var comment in manifest.Nodes().OfType<XComment>().ToList())
        {
            (comment.NextNode as XText)?.Remove();
            comment.Remove();
        }

        return manifest;
    }

    /// <summary>Writes a manifest: UTF-8 without a mark, line ends as they are in the repository.</summary>
    public static void Write(XDocument manifest, Stream stream)
    {
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", CloseOutput = false }))
            manifest.Save(writer);
        stream.WriteByte((byte)'\n');
    }
}
