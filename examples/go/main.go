// CARTO's main job with the client that openapi-generator makes from spec/openapi.yaml, and nothing else.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	carto "example.com/carto/client"
)

var base, user, key = os.Getenv("CARTO_BASE_URL"), os.Getenv("CARTO_USER"), os.Getenv("CARTO_API_KEY")

func must[T any](value T, err error) T {
	// Error() of a refusal gives the status only; CARTO's own words are in the body.
	if refused, ok := err.(*carto.GenericOpenAPIError); ok {
		log.Fatalf("%v %s", err, refused.Body())
	} else if err != nil {
		log.Fatal(err)
	}
	return value
}

func get[T any](value T, _ *http.Response, err error) T { return must(value, err) }

func login(key string) context.Context {
	return context.WithValue(context.Background(), carto.ContextBasicAuth, carto.BasicAuth{UserName: user, Password: key})
}

// stream sends and gives bytes as they come; the generated SqlCopyfrom and SqlCopyto hold all of them in memory.
func stream(method, verb, q string, body io.Reader) io.Reader {
	request := must(http.NewRequest(method, base+"/api/v2/sql/"+verb+"?"+url.Values{"q": {q}}.Encode(), body))
	request.SetBasicAuth(user, key)
	answer := must(http.DefaultClient.Do(request))
	if answer.StatusCode != http.StatusOK {
		log.Fatalf("%s %s", answer.Status, must(io.ReadAll(answer.Body)))
	}
	return answer.Body
}

func main() {
	source, target := os.Args[1], os.Args[2]
	settings := carto.NewConfiguration()
	settings.Servers = carto.ServerConfigurations{{URL: base}}
	client, ctx := carto.NewAPIClient(settings), login(key)
	sql := func(q string) (*carto.SqlResult, *http.Response, error) {
		return client.SqlAPI.SqlQuery(ctx).SqlQueryRequest(*carto.NewSqlQueryRequest(q)).Execute()
	}

	upload := client.ImportsAPI.ImportsCreateFile(ctx).File(must(os.Open(source)))
	begun := get(upload.CollisionStrategy("overwrite").Execute())
	fmt.Println("1. uploaded", filepath.Base(source))

	var job *carto.ImportJob
	for ; job == nil || job.State != "complete" && job.State != "failure"; time.Sleep(500 * time.Millisecond) {
		job = get(client.ImportsAPI.ImportsRead(ctx, begun.ItemQueueId).Execute())
	}
	if job.State == "failure" {
		log.Fatal("the import failed: ", job.GetErrorCode(), " ")
	}
	table := job.GetTableName()
	fmt.Printf("2. import %s, table %s\n", job.State, table)

	result := get(sql("SELECT state, count(*)::int AS n FROM " + table + " GROUP BY 1 ORDER BY 2 DESC LIMIT 1"))
	fmt.Printf("3. %s has most airports, %v\n", result.Rows[0]["state"], result.Rows[0]["n"])

	copied := must(os.Create(target))
	q := "COPY " + table + " (iata, name) TO STDOUT WITH (FORMAT csv)"
	size := must(io.Copy(copied, stream("GET", "copyto", q, nil)))
	// A COPY that fails on its way has status 200; its error, a JSON object, stands where a line should end.
	last := make([]byte, 1)
	if _, err := copied.ReadAt(last, size-1); err != nil || last[0] != '\n' {
		log.Fatal(target, " ends in an error")
	}
	fmt.Println("4. copied out", size, "bytes")

	get(sql("DROP TABLE IF EXISTS airports_copy; CREATE TABLE airports_copy (iata text, name text)"))
	q = "COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)"
	stored := carto.CopyFromResult{}
	must(0, json.NewDecoder(stream("POST", "copyfrom", q, must(os.Open(target)))).Decode(&stored))
	fmt.Println("5. copied in", stored.TotalRows, "rows")

	statements := []string{"UPDATE airports_copy SET name = upper(name)", "SELECT CDB_CartodbfyTable('airports_copy')"}
	batch := get(client.BatchAPI.BatchCreate(ctx).BatchCreateRequest(*carto.NewBatchCreateRequest(statements)).Execute())
	for ; batch.Status == "pending" || batch.Status == "running"; time.Sleep(500 * time.Millisecond) {
		batch = get(client.BatchAPI.BatchRead(ctx, batch.JobId).Execute())
	}
	fmt.Println("6. batch job", batch.Status)

	var names []string
	datasets := client.VizAPI.VizList(ctx).Types("table").Order("name").OrderDirection("asc").PerPage(1)
	for page, more := int64(1), true; more; page++ {
		list := get(datasets.Page(page).Execute())
		for _, viz := range list.Visualizations {
			names = append(names, viz.GetName())
		}
		more = len(list.Visualizations) > 0 && int64(len(names)) < list.TotalEntries
	}
	fmt.Println("7. datasets", strings.Join(names, ", "))

	options := carto.NewMapLayerOptions()
	options.SetSql("SELECT * FROM " + table + " WHERE state = '<%= state %>'")
	options.SetCartocss("#layer { marker-width: 4; }")
	options.SetCartocssVersion("2.3.0")
	config := carto.MapConfig{Layers: []carto.MapLayer{*carto.NewMapLayer(*options)}}
	template := carto.NewNamedMapTemplate("airports_of_state", config, "0.0.1")
	template.SetPlaceholders(map[string]carto.NamedMapPlaceholder{"state": {Type: "sql_literal", Default: "AK"}})
	named := get(client.NamedMapsAPI.NamedMapsCreate(ctx).NamedMapTemplate(*template).Execute())
	instantiate := client.NamedMapsAPI.NamedMapsInstantiate(ctx, named.TemplateId)
	instance := get(instantiate.RequestBody(map[string]interface{}{"state": "CA"}).Execute())
	must(client.NamedMapsAPI.NamedMapsDelete(ctx, named.TemplateId).Execute())
	fmt.Println("8. named map with", len(instance.Metadata.Layers), "layer")

	_, nope, err := sql("SELECT nope")
	if refused, ok := err.(*carto.GenericOpenAPIError); ok {
		body, _ := refused.Model().(carto.SqlErrorBody)
		fmt.Print("9. ", nope.StatusCode, " ", strings.Join(body.Error, " "))
	}
	_, denied, _ := client.ImportsAPI.ImportsList(login("wrong")).Execute()
	if denied.StatusCode == http.StatusUnauthorized { // its body is empty, and so is the model
		fmt.Println("; 401 wrong key")
	}
}
