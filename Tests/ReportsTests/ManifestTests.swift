import Reports
import Testing

@Suite struct ManifestTests {
  @Test func `a manifest says how results came about`() {
    let manifest = Manifest(
      version: "0.1.0", arguments: ["run", "shop.yaml"], inputs: [.init(path: "shop.yaml", sha256: "ab")], seed: 7, replications: 1,
      isPartial: false, events: 1_000, wallSeconds: 0.25, files: ["summary.json"])
    #expect(
      manifest.text == """
        {
          "schema_version": 1,
          "version": "0.1.0",
          "arguments": [
            "run",
            "shop.yaml"
          ],
          "inputs": [
            {
              "path": "shop.yaml",
              "sha256": "ab"
            }
          ],
          "seed": 7,
          "replications": 1,
          "partial": false,
          "events": 1000,
          "wall_s": 0.25,
          "events_per_s": 4000,
          "files": [
            "summary.json"
          ]
        }

        """)
  }
}
