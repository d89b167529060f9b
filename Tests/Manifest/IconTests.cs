using System.Text.Json;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Manifest;

/// <summary>The icons are the drawings beside them, and what Teams asks for
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons"/>).</summary>
internal sealed class IconTests
{
    /// <summary>Draws a picture and gives its pixels, four bytes each.</summary>
    private const string Pixels = """
        async ([type, base64, size]) => {
          const image = new Image();
          image.src = `data:${type};base64,${base64}`;
          await image.decode();
          const canvas = new OffscreenCanvas(size, size).getContext("2d");
          canvas.drawImage(image, 0, 0, size, size);
          return [...canvas.getImageData(0, 0, size, size).data];
        }
        """;

    private TestBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _browser = await TestBrowser.LaunchAsync();

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [Test]
    public async Task Outline_EachPixel_IsWhiteOrClear()
    {
        var pixels = (await PixelsAsync("image/png", "outline.png", 32)).Chunk(4).ToList();
        Assert.That(pixels.Count(pixel => pixel[3] == 0), Is.GreaterThan(500), "most of it is clear");
        Assert.That(pixels.Where(pixel => pixel[3] > 0), Has.All.Matches<int[]>(pixel => pixel is [255, 255, 255, _]));
    }

    [TestCase("color", 192)]
    [TestCase("outline", 32)]
    public async Task Icon_IsItsDrawing(string name, int size)
    {
        var icon = await PixelsAsync("image/png", $"{name}.png", size);
        var drawing = await PixelsAsync("image/svg+xml", Path.Combine("icons", $"{name}.svg"), size);
        var different = icon.Zip(drawing, (one, other) => Math.Abs(one - other)).Count(difference => difference > 24);
        Assert.That(different, Is.LessThan(icon.Length / 100), "another browser smooths edges otherwise, and no more");
    }

    private async Task<int[]> PixelsAsync(string type, string file, int size)
    {
        var page = await _browser.Browser.NewPageAsync();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(ManifestFolder.Source, file));
        var pixels = await page.EvaluateAsync<JsonElement>(Pixels, new object[] { type, Convert.ToBase64String(bytes), size });
        await page.CloseAsync();
        return [.. pixels.EnumerateArray().Select(value => value.GetInt32())];
    }
}
