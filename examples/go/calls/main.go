// One call of each of thirty operations. What stands between `// sample:` and `// end` is shown in the API reference.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	carto "example.com/carto/client"
)

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	// sample: connect
	configuration := carto.NewConfiguration()
	configuration.Servers = carto.ServerConfigurations{{URL: os.Getenv("CARTO_BASE_URL")}}
	client := carto.NewAPIClient(configuration)
	login := carto.BasicAuth{UserName: os.Getenv("CARTO_USER"), Password: os.Getenv("CARTO_API_KEY")}
	ctx := context.WithValue(context.Background(), carto.ContextBasicAuth, login)
	// end

	// sample: imports_create_file
	file, err := os.Open("airports.csv")
	check(err)
	uploaded, _, err := client.ImportsAPI.ImportsCreateFile(ctx).File(file).CollisionStrategy("overwrite").Execute()
	check(err)
	fmt.Println(uploaded.ItemQueueId)
	// end
	for state := ""; state != "complete"; time.Sleep(500 * time.Millisecond) {
		// sample: imports_read
		imported, _, err := client.ImportsAPI.ImportsRead(ctx, uploaded.ItemQueueId).Execute()
		check(err)
		fmt.Println(imported.State, imported.GetTableName())
		// end
		state = imported.State
	}
	// sample: imports_list
	imports, _, err := client.ImportsAPI.ImportsList(ctx).Execute()
	check(err)
	fmt.Println(imports.Imports)
	// end
	// sample: imports_create
	request := carto.NewImportCreateRequest()
	request.SetSql("SELECT * FROM airports WHERE latitude > 60")
	request.SetTableName("airports_north")
	begun, _, err := client.ImportsAPI.ImportsCreate(ctx).ImportCreateRequest(*request).Execute()
	check(err)
	fmt.Println(begun.ItemQueueId)
	// end
	// sample: sql_query
	query := carto.NewSqlQueryRequest("SELECT name, iata FROM airports ORDER BY name LIMIT 5")
	result, _, err := client.SqlAPI.SqlQuery(ctx).SqlQueryRequest(*query).Execute()
	check(err)
	for _, row := range result.Rows {
		fmt.Println(row["iata"], row["name"])
	}
	// end
	// sample: sql_download
	download := carto.NewSqlDownloadRequest("SELECT * FROM airports", "geojson")
	geojson, _, err := client.SqlAPI.SqlDownload(ctx).SqlDownloadRequest(*download).Execute()
	check(err)
	fmt.Println(geojson.Name()) // a temporary file that is yours to remove
	// end
	check(os.Remove(geojson.Name()))
	// sample: sql_copyto
	copyTo := "COPY airports (iata, name) TO STDOUT WITH (FORMAT csv)"
	rows, _, err := client.SqlAPI.SqlCopyto(ctx).Q(copyTo).Execute()
	check(err)
	fmt.Println(rows.Name()) // a temporary file that is yours to remove
	// end
	create := carto.NewSqlQueryRequest("CREATE TABLE airports_copy (iata text, name text)")
	_, _, err = client.SqlAPI.SqlQuery(ctx).SqlQueryRequest(*create).Execute()
	check(err)
	_, err = rows.Seek(0, io.SeekStart)
	check(err)
	// sample: sql_copyfrom
	copyFrom := "COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)"
	copied, _, err := client.SqlAPI.SqlCopyfrom(ctx).Q(copyFrom).Body(rows).Execute() // all of it in memory
	check(err)
	fmt.Println(copied.TotalRows)
	// end
	check(os.Remove(rows.Name()))
	// sample: batch_create
	statements := []string{"UPDATE airports_copy SET name = upper(name)", "SELECT pg_sleep(20)"}
	background := carto.NewBatchCreateRequest(statements)
	batch, _, err := client.BatchAPI.BatchCreate(ctx).BatchCreateRequest(*background).Execute()
	check(err)
	fmt.Println(batch.JobId)
	// end
	// sample: batch_read
	job, _, err := client.BatchAPI.BatchRead(ctx, batch.JobId).Execute()
	check(err)
	fmt.Println(job.Status)
	// end
	// sample: batch_cancel
	_, _, err = client.BatchAPI.BatchCancel(ctx, batch.JobId).Execute()
	check(err)
	// end
	// sample: viz_list
	list, _, err := client.VizAPI.VizList(ctx).Types("table").Page(1).PerPage(50).Execute()
	check(err)
	for _, viz := range list.Visualizations {
		fmt.Println(viz.Id, viz.GetName(), viz.GetPrivacy())
	}
	// end
	// sample: viz_create
	airports := carto.NewVisualizationCreateRequest()
	airports.SetName("Airports")
	airports.SetTables([]string{"airports"})
	made, _, err := client.VizAPI.VizCreate(ctx).VisualizationCreateRequest(*airports).Execute()
	check(err)
	fmt.Println(made.Id)
	// end
	// sample: viz_read
	viz, _, err := client.VizAPI.VizRead(ctx, made.Id).Execute()
	check(err)
	fmt.Println(viz.GetName())
	// end
	// sample: viz_update
	update := carto.NewVisualizationUpdateRequest(made.Id)
	update.SetDescription("All airports")
	update.SetTags([]string{"airports"})
	_, _, err = client.VizAPI.VizUpdate(ctx, made.Id).VisualizationUpdateRequest(*update).Execute()
	check(err)
	// end
	// sample: tags_list
	tags, _, err := client.TagsAPI.TagsList(ctx).Execute()
	check(err)
	for _, tag := range tags.Result {
		fmt.Println(tag.Tag)
	}
	// end
	// sample: exports_create
	wanted := carto.NewExportCreateRequest(made.Id)
	export, _, err := client.ExportsAPI.ExportsCreate(ctx).ExportCreateRequest(*wanted).Execute()
	check(err)
	fmt.Println(export.Id)
	// end
	// sample: exports_read
	exported, _, err := client.ExportsAPI.ExportsRead(ctx, export.Id).Execute()
	check(err)
	fmt.Println(exported.State)
	// end
	// sample: viz_delete
	_, err = client.VizAPI.VizDelete(ctx, made.Id).Execute()
	check(err)
	// end
	// sample: synchronizations_list
	synchronizations, _, err := client.SynchronizationsAPI.SynchronizationsList(ctx).Execute()
	check(err)
	for _, synchronization := range synchronizations.Synchronizations {
		fmt.Println(synchronization.GetName(), synchronization.State)
	}
	// end
	// sample: tables_list_columns
	columns, _, err := client.TablesAPI.TablesListColumns(ctx, "airports").Execute()
	check(err)
	for _, column := range columns {
		fmt.Println(column[0], column[1])
	}
	// end
	// sample: maps_create
	options := carto.NewMapLayerOptions()
	options.SetSql("SELECT * FROM airports")
	options.SetCartocss("#layer { marker-width: 4; }")
	options.SetCartocssVersion("2.3.0")
	config := carto.NewMapConfig([]carto.MapLayer{*carto.NewMapLayer(*options)})
	layergroup, _, err := client.MapsAPI.MapsCreate(ctx).MapConfig(*config).Execute()
	check(err)
	fmt.Println(layergroup.Layergroupid)
	// end
	// sample: named_maps_create
	ofState := carto.NewMapLayerOptions()
	ofState.SetSql("SELECT * FROM airports WHERE state = '<%= state %>'")
	ofState.SetCartocss("#layer { marker-width: 4; }")
	ofState.SetCartocssVersion("2.3.0")
	layers := carto.NewMapConfig([]carto.MapLayer{*carto.NewMapLayer(*ofState)})
	template := carto.NewNamedMapTemplate("airports_of_state", *layers, "0.0.1")
	template.SetPlaceholders(map[string]carto.NamedMapPlaceholder{
		"state": *carto.NewNamedMapPlaceholder("sql_literal", "AK"),
	})
	_, _, err = client.NamedMapsAPI.NamedMapsCreate(ctx).NamedMapTemplate(*template).Execute()
	check(err)
	// end
	// sample: named_maps_list
	templates, _, err := client.NamedMapsAPI.NamedMapsList(ctx).Execute()
	check(err)
	fmt.Println(templates.TemplateIds)
	// end
	// sample: named_maps_instantiate
	values := map[string]interface{}{"state": "CA"}
	instance, _, err := client.NamedMapsAPI.NamedMapsInstantiate(ctx, "airports_of_state").RequestBody(values).Execute()
	check(err)
	fmt.Println(instance.Layergroupid)
	// end
	// sample: named_maps_delete
	_, err = client.NamedMapsAPI.NamedMapsDelete(ctx, "airports_of_state").Execute()
	check(err)
	// end
	// sample: api_keys_create
	apis, tables := carto.NewApiKeyGrantRequest("apis"), carto.NewApiKeyGrantRequest("database")
	apis.SetApis([]string{"sql"})
	tables.SetTables([]carto.ApiKeyTableGrantRequest{
		*carto.NewApiKeyTableGrantRequest("public", "airports", []string{"select"}),
	})
	reader := carto.NewApiKeyCreateRequest("reader", []carto.ApiKeyGrantRequest{*apis, *tables})
	key, _, err := client.ApiKeysAPI.ApiKeysCreate(ctx).ApiKeyCreateRequest(*reader).Execute()
	check(err)
	fmt.Println(key.GetToken())
	// end
	// sample: api_keys_list
	keys, _, err := client.ApiKeysAPI.ApiKeysList(ctx).Execute()
	check(err)
	for _, key := range keys.Result {
		fmt.Println(key.Name, key.Type)
	}
	// end
	// sample: api_keys_delete
	_, err = client.ApiKeysAPI.ApiKeysDelete(ctx, "reader").Execute()
	check(err)
	// end
	// sample: users_me_identity
	me, _, err := client.UsersAPI.UsersMeIdentity(ctx).Execute()
	check(err)
	fmt.Println(me.GetUsername())
	// end
}
