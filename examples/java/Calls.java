// One call of each of thirty operations. What stands between `// sample:` and `// end` is shown in the API reference.
import com.carto.client.*;
import com.carto.client.api.*;
import com.carto.client.model.*;
import java.io.File;
import java.util.*;

public final class Calls {
  public static void main(String[] args) throws Exception {
    // sample: connect
    ApiClient carto = new ApiClient();
    carto.updateBaseUri(System.getenv("CARTO_BASE_URL"));
    String login = System.getenv("CARTO_USER") + ":" + System.getenv("CARTO_API_KEY");
    String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes());
    carto.setRequestInterceptor(request -> request.header("Authorization", basic));
    // end

    // sample: imports_create_file
    ImportCreated uploaded = new ImportsApi(carto).importsCreateFile(
        ImportsApi.APIImportsCreateFileRequest.newBuilder()
            ._file(new File("airports.csv")).collisionStrategy("overwrite").build());
    System.out.println(uploaded.getItemQueueId());
    // end
    for (String state = ""; !state.equals("complete"); Thread.sleep(500)) {
      // sample: imports_read
      ImportJob imported = new ImportsApi(carto).importsRead(uploaded.getItemQueueId());
      System.out.println(imported.getState() + " " + imported.getTableName());
      // end
      state = imported.getState();
    }
    // sample: imports_list
    ImportList imports = new ImportsApi(carto).importsList();
    System.out.println(imports.getImports());
    // end
    // sample: imports_create
    ImportCreated begun = new ImportsApi(carto).importsCreate(new ImportCreateRequest()
        .sql("SELECT * FROM airports WHERE latitude > 60").tableName("airports_north"));
    System.out.println(begun.getItemQueueId());
    // end
    // sample: sql_query
    SqlResult result = new SqlApi(carto).sqlQuery(
        new SqlQueryRequest().q("SELECT name, iata FROM airports ORDER BY name LIMIT 5"));
    for (Map<String, Object> row : result.getRows())
      System.out.println(row.get("iata") + " " + row.get("name"));
    // end
    // sample: sql_download
    File geojson = new SqlApi(carto).sqlDownload(
        new SqlDownloadRequest().q("SELECT * FROM airports").format(SqlDownloadRequest.FormatEnum.GEOJSON));
    System.out.println(geojson); // a temporary file that is yours to remove
    // end
    // sample: sql_copyto
    File rows = new SqlApi(carto).sqlCopyto(SqlApi.APISqlCopytoRequest.newBuilder()
        .q("COPY airports (iata, name) TO STDOUT WITH (FORMAT csv)").build());
    System.out.println(rows); // a temporary file that is yours to remove
    // end
    new SqlApi(carto).sqlQuery(new SqlQueryRequest().q("CREATE TABLE airports_copy (iata text, name text)"));
    // sample: sql_copyfrom
    // The generated sqlCopyfrom sends the name of the file instead of its content.
    String q = "COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)";
    java.net.http.HttpRequest copy = java.net.http.HttpRequest.newBuilder()
        .uri(java.net.URI.create(carto.getBaseUri() + "/api/v2/sql/copyfrom?q=" + ApiClient.urlEncode(q)))
        .header("Authorization", basic)
        .POST(java.net.http.HttpRequest.BodyPublishers.ofFile(rows.toPath())).build();
    var copied = carto.getHttpClient().send(copy, java.net.http.HttpResponse.BodyHandlers.ofString());
    System.out.println(copied.statusCode() + " " + copied.body());
    // end
    if (copied.statusCode() != 200 || !rows.delete() || !geojson.delete()) throw new IllegalStateException();
    // sample: batch_create
    BatchJob batch = new BatchApi(carto).batchCreate(new BatchCreateRequest().query(
        List.of("UPDATE airports_copy SET name = upper(name)", "SELECT pg_sleep(20)")));
    System.out.println(batch.getJobId());
    // end
    // sample: batch_read
    BatchJob job = new BatchApi(carto).batchRead(batch.getJobId());
    System.out.println(job.getStatus());
    // end
    // sample: batch_cancel
    new BatchApi(carto).batchCancel(batch.getJobId());
    // end
    // sample: viz_list
    VisualizationList list = new VizApi(carto).vizList(
        VizApi.APIVizListRequest.newBuilder().types("table").page(1L).perPage(50L).build());
    for (Visualization viz : list.getVisualizations())
      System.out.println(viz.getId() + " " + viz.getName() + " " + viz.getPrivacy());
    // end
    // sample: viz_create
    Visualization made = new VizApi(carto).vizCreate(
        new VisualizationCreateRequest().name("Airports").tables(List.of("airports")));
    System.out.println(made.getId());
    // end
    // sample: viz_read
    Visualization viz = new VizApi(carto).vizRead(VizApi.APIVizReadRequest.newBuilder().vizId(made.getId()).build());
    System.out.println(viz.getName());
    // end
    // sample: viz_update
    new VizApi(carto).vizUpdate(made.getId(), new VisualizationUpdateRequest()
        .id(made.getId()).description("All airports").tags(List.of("airports")));
    // end
    // sample: tags_list
    TagList tags = new TagsApi(carto).tagsList(TagsApi.APITagsListRequest.newBuilder().build());
    tags.getResult().forEach(tag -> System.out.println(tag.getTag()));
    // end
    // sample: exports_create
    ExportJob export = new ExportsApi(carto).exportsCreate(new ExportCreateRequest().visualizationId(made.getId()));
    System.out.println(export.getId());
    // end
    // sample: exports_read
    ExportJob exported = new ExportsApi(carto).exportsRead(export.getId());
    System.out.println(exported.getState());
    // end
    // sample: viz_delete
    new VizApi(carto).vizDelete(made.getId());
    // end
    // sample: synchronizations_list
    SynchronizationList all = new SynchronizationsApi(carto).synchronizationsList();
    all.getSynchronizations().forEach(one -> System.out.println(one.getName() + " " + one.getState()));
    // end
    // sample: tables_list_columns
    List<List<String>> columns = new TablesApi(carto).tablesListColumns("airports");
    columns.forEach(column -> System.out.println(column.get(0) + " " + column.get(1)));
    // end
    // sample: maps_create
    MapLayer layer = new MapLayer().options(new MapLayerOptions().sql("SELECT * FROM airports")
        .cartocss("#layer { marker-width: 4; }").cartocssVersion("2.3.0"));
    Layergroup layergroup = new MapsApi(carto).mapsCreate(MapsApi.APIMapsCreateRequest.newBuilder()
        .mapConfig(new MapConfig().layers(List.of(layer))).build());
    System.out.println(layergroup.getLayergroupid());
    // end
    // sample: named_maps_create
    MapLayer ofState = new MapLayer().options(new MapLayerOptions()
        .sql("SELECT * FROM airports WHERE state = '<%= state %>'")
        .cartocss("#layer { marker-width: 4; }").cartocssVersion("2.3.0"));
    new NamedMapsApi(carto).namedMapsCreate(new NamedMapTemplate().name("airports_of_state").version("0.0.1")
        .placeholders(Map.of("state", new NamedMapPlaceholder().type("sql_literal")._default("AK")))
        .layergroup(new MapConfig().layers(List.of(ofState))));
    // end
    // sample: named_maps_list
    NamedMapList templates = new NamedMapsApi(carto).namedMapsList();
    System.out.println(templates.getTemplateIds());
    // end
    // sample: named_maps_instantiate
    Layergroup instance = new NamedMapsApi(carto).namedMapsInstantiate(
        NamedMapsApi.APINamedMapsInstantiateRequest.newBuilder()
            .templateId("airports_of_state").requestBody(Map.of("state", "CA")).build());
    System.out.println(instance.getLayergroupid());
    // end
    // sample: named_maps_delete
    new NamedMapsApi(carto).namedMapsDelete("airports_of_state");
    // end
    // sample: api_keys_create
    ApiKeyGrantRequest apis = new ApiKeyGrantRequest().type(ApiKeyGrantRequest.TypeEnum.APIS)
        .apis(List.of(ApiKeyGrantRequest.ApisEnum.SQL));
    ApiKeyGrantRequest tables = new ApiKeyGrantRequest().type(ApiKeyGrantRequest.TypeEnum.DATABASE)
        .tables(List.of(new ApiKeyTableGrantRequest().schema("public").name("airports")
            .permissions(List.of(ApiKeyTableGrantRequest.PermissionsEnum.SELECT))));
    ApiKey key = new ApiKeysApi(carto).apiKeysCreate(
        new ApiKeyCreateRequest().name("reader").grants(List.of(apis, tables)));
    System.out.println(key.getToken());
    // end
    // sample: api_keys_list
    ApiKeyList keys = new ApiKeysApi(carto).apiKeysList(ApiKeysApi.APIApiKeysListRequest.newBuilder().build());
    keys.getResult().forEach(one -> System.out.println(one.getName() + " " + one.getType()));
    // end
    // sample: api_keys_delete
    new ApiKeysApi(carto).apiKeysDelete("reader");
    // end
    // sample: users_me_identity
    MeIdentity me = new UsersApi(carto).usersMeIdentity();
    System.out.println(me.getUsername());
    // end
  }
}
