// CARTO's main job with the client that openapi-generator makes from spec/openapi.yaml (-g java --library native).
import com.carto.client.*;
import com.carto.client.api.*;
import com.carto.client.model.*;
import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

public final class Main {
  static final String BASE = System.getenv("CARTO_BASE_URL"), KEY = System.getenv("CARTO_API_KEY");

  static String authorization(String key) {
    String pair = System.getenv("CARTO_USER") + ":" + key;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  static ApiClient connect(String key) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(BASE);
    client.setRequestInterceptor(request -> request.header("Authorization", authorization(key))); // basicAuth by hand
    return client;
  }

  /** Streams both ways. The generated sqlCopyfrom sends the file's name instead of its rows: not for use. */
  static <T> T copy(String verb, String q, HttpRequest.BodyPublisher rows, HttpResponse.BodyHandler<T> target)
      throws IOException, InterruptedException {
    URI address = URI.create(BASE + "/api/v2/sql/" + verb + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", authorization(KEY));
    if (rows != null) request.POST(rows);
    HttpResponse<T> answer = HttpClient.newHttpClient().send(request.build(), target);
    if (answer.statusCode() != 200) throw new IOException(verb + " was refused: " + answer.statusCode());
    return answer.body();
  }

  public static void main(String[] args) throws Exception {
    Path source = Path.of(args[0]), target = Path.of(args[1]);
    ApiClient client = connect(KEY);
    SqlApi sql = new SqlApi(client);
    ImportsApi imports = new ImportsApi(client);

    ImportCreated begun = imports.importsCreateFile(ImportsApi.APIImportsCreateFileRequest.newBuilder()
        ._file(source.toFile()).collisionStrategy("overwrite").build());
    System.out.println("1. uploaded " + source.getFileName());

    ImportJob job = imports.importsRead(begun.getItemQueueId());
    for (; !Set.of("complete", "failure").contains(job.getState()); Thread.sleep(500))
      job = imports.importsRead(begun.getItemQueueId());
    if (job.getState().equals("failure")) throw new IOException("the import failed: " + job.getErrorCode());
    String table = job.getTableName();
    System.out.println("2. import " + job.getState() + ", table " + table);

    String count = "SELECT state, count(*)::int AS n FROM " + table + " GROUP BY 1 ORDER BY 2 DESC LIMIT 1";
    for (Map<String, Object> row : sql.sqlQuery(new SqlQueryRequest().q(count)).getRows())
      System.out.println("3. " + row.get("state") + " has most airports, " + row.get("n"));

    String out = "COPY " + table + " (iata, name) TO STDOUT WITH (FORMAT csv)";
    copy("copyto", out, null, HttpResponse.BodyHandlers.ofFile(target));
    // A COPY that fails on its way has status 200; its error, a JSON object, stands where a line should end.
    try (RandomAccessFile rows = new RandomAccessFile(target.toFile(), "r")) {
      rows.seek(rows.length() - 1);
      if (rows.read() != '\n') throw new IOException(target + " ends in an error");
    }
    System.out.println("4. copied out " + Files.size(target) + " bytes");

    String made = "DROP TABLE IF EXISTS airports_copy; CREATE TABLE airports_copy (iata text, name text)";
    sql.sqlQuery(new SqlQueryRequest().q(made));
    String stored = copy("copyfrom", "COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)",
        HttpRequest.BodyPublishers.ofFile(target), HttpResponse.BodyHandlers.ofString());
    CopyFromResult result = client.getObjectMapper().readValue(stored, CopyFromResult.class);
    System.out.println("5. copied in " + result.getTotalRows() + " rows");

    BatchApi batches = new BatchApi(client);
    BatchJob batch = batches.batchCreate(new BatchCreateRequest().query(
        List.of("UPDATE airports_copy SET name = upper(name)", "SELECT CDB_CartodbfyTable('airports_copy')")));
    for (; Set.of("pending", "running").contains(batch.getStatus()); Thread.sleep(500))
      batch = batches.batchRead(batch.getJobId());
    System.out.println("6. batch job " + batch.getStatus());

    List<String> names = new ArrayList<>();
    VisualizationList list;
    long page = 1;
    do {
      list = new VizApi(client).vizList(VizApi.APIVizListRequest.newBuilder()
          .types("table").order("name").orderDirection("asc").page(page++).perPage(1L).build());
      list.getVisualizations().forEach(viz -> names.add(viz.getName()));
    } while (!list.getVisualizations().isEmpty() && names.size() < list.getTotalEntries());
    System.out.println("7. datasets " + String.join(", ", names));

    NamedMapsApi maps = new NamedMapsApi(client);
    MapLayer layer = new MapLayer().type("mapnik").options(new MapLayerOptions()
        .sql("SELECT * FROM " + table + " WHERE state = '<%= state %>'")
        .cartocss("#layer { marker-width: 4; }").cartocssVersion("2.3.0"));
    NamedMapId named = maps.namedMapsCreate(new NamedMapTemplate().name("airports_of_state").version("0.0.1")
        .layergroup(new MapConfig().layers(List.of(layer)))
        .placeholders(Map.of("state", new NamedMapPlaceholder().type("sql_literal")._default("AK"))));
    Layergroup map = maps.namedMapsInstantiate(NamedMapsApi.APINamedMapsInstantiateRequest.newBuilder()
        .templateId(named.getTemplateId()).requestBody(Map.of("state", "CA")).build());
    maps.namedMapsDelete(named.getTemplateId());
    System.out.println("8. named map with " + map.getMetadata().getLayers().size() + " layer");

    try {
      sql.sqlQuery(new SqlQueryRequest().q("SELECT nope"));
    } catch (ApiException refused) {
      SqlErrorBody body = client.getObjectMapper().readValue(refused.getResponseBody(), SqlErrorBody.class);
      System.out.print("9. " + refused.getCode() + " " + String.join(" ", body.getError()));
    }
    try {
      new ImportsApi(connect("wrong")).importsList();
    } catch (ApiException denied) {
      if (denied.getCode() == 401) System.out.println("; 401 wrong key"); // the body is empty
    }
  }
}
