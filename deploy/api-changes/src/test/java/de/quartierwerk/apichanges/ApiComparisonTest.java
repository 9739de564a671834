package de.quartierwerk.apichanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of change on a copy of a small document. A row has the place, below {@code /paths/~1things~1{id}} or
 * {@code /components}, its new value or {@code -} if it goes, and what is found.
 */
class ApiComparisonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/paths/~1things~1{id}";

    private JsonNode before;
    private JsonNode now;

    @BeforeEach
    void read() throws IOException {
        try (InputStream document = ApiComparisonTest.class.getResourceAsStream("/things.json")) {
            before = JSON.readTree(document);
        }
        now = before.deepCopy();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /delete | - | operation removed
            /get/parameters/0 | - | parameter limit in query: removed
            /get/parameters/0/required | true | parameter limit in query: newly required
            /get/parameters/+ | {"name": "q", "in": "query", "required": true} | parameter q in query: newly required
            /get/parameters/0/explode | false | parameter limit in query: written otherwise
            /get/parameters/0/style | "spaceDelimited" | parameter limit in query: written otherwise
            /get/parameters/0/schema/type | "boolean" | parameter limit in query: type integer -> boolean
            /get/parameters/0/schema/format | "int32" | parameter limit in query: format int64 -> int32
            /get/parameters/0/schema/minimum | 2 | parameter limit in query: minimum 1 -> 2
            /get/parameters/0/schema/maximum | 99 | parameter limit in query: maximum 100 -> 99
            /get/parameters/0/schema/exclusiveMinimum | 1 | parameter limit in query: exclusiveMinimum none -> 1
            /get/parameters/0/schema/exclusiveMaximum | 100 | parameter limit in query: exclusiveMaximum none -> 100
            /get/parameters/0/schema/exclusiveMaximum | true | parameter limit in query: exclusiveMaximum none -> true
            /get/parameters/0/schema/default | 20 | parameter limit in query: default 10 -> 20
            /get/parameters/0/schema/enum | [10, 20] | parameter limit in query: only some values taken
            /get/parameters/0/schema/not | {"const": 13} | parameter limit in query: not none -> {"const":13}
            /get/parameters/1/schema/enum/0 | - | parameter sort in query: value name removed
            /get/parameters/1/schema/pattern | "[a-z]+" | parameter sort in query: pattern none -> [a-z]+
            /get/parameters/2/schema/type | "string" | parameter If-Match in header: null no longer taken
            /put/requestBody | - | request: removed
            /put/requestBody/required | true | request: newly required
            /put/requestBody/content/text~1csv | - | request (text/csv): removed
            /put/responses/204 | - | response 204: removed
            /get/responses/404 | - | response 404: removed
            /get/responses/200/headers/ETag | - | response 200 header ETag: removed
            /get/responses/200/headers/ETag/required | - | response 200 header ETag: no longer always there
            /get/responses/200/headers/ETag/schema/type | "integer" | response 200 header ETag: type string -> integer
            /get/responses/200/content/text~1csv | - | response 200 (text/csv): removed
            """)
    void aBreakOfAnOperationIsFound(String place, String value, String found) throws IOException {
        change(PATH + place, value);

        assertThat(found()).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ThingRequest/properties/size | - | request ThingRequest/size: removed
            /ThingRequest/properties/size/readOnly | true | request ThingRequest/size: removed
            /ThingRequest/properties/size/type | "string" | request ThingRequest/size: type integer -> string
            /ThingRequest/properties/size/minimum | 1 | request ThingRequest/size: minimum none -> 1
            /ThingRequest/properties/size/exclusiveMinimum | 1 | request ThingRequest/size: exclusiveMinimum 0 -> 1
            /ThingRequest/required/+ | "size" | request ThingRequest/size: newly required
            /ThingRequest/required/+ | "more" | request ThingRequest/more: newly required
            /ThingRequest/additionalProperties | false | request ThingRequest/*: no longer taken
            /ThingRequest/properties/name/pattern | "[a-y]+" | request ThingRequest/name: pattern [a-z]+ -> [a-y]+
            /ThingRequest/properties/name/maxLength | 19 | request ThingRequest/name: maxLength 20 -> 19
            /ThingRequest/properties/name/minLength | 1 | request ThingRequest/name: minLength none -> 1
            /ThingRequest/properties/price/multipleOf | 0.1 | request ThingRequest/price: multipleOf 0.01 -> 0.1
            /ThingRequest/properties/weight/nullable | - | request ThingRequest/weight: null no longer taken
            /ThingRequest/properties/note/type/1 | - | request ThingRequest/note: null no longer taken
            /ThingRequest/properties/tags/items/type | "number" | request ThingRequest/tags[]: type string -> number
            /ThingRequest/properties/tags/maxItems | 3 | request ThingRequest/tags: maxItems none -> 3
            /ThingRequest/properties/tags/uniqueItems | true | request ThingRequest/tags: uniqueItems none -> true
            /ThingRequest/properties/labels/additionalProperties | - | request ThingRequest/labels/*: removed
            /ThingRequest/properties/labels/additionalProperties | false | request ThingRequest/labels/*: removed
            /ThingRequest/properties/place/anyOf/2 | - | request ThingRequest/place: null no longer taken
            /ThingRequest/properties/place/anyOf/1 | - | request ThingRequest/place: form Line removed
            /Line/properties/points/maxItems | 8 | request Line/points: maxItems 9 -> 8
            /Thing/properties/name | - | response Thing/name: removed
            /Thing/properties/name/writeOnly | true | response Thing/name: removed
            /Thing/required/1 | - | response Thing/name: no longer always there
            /Thing/properties/id/format | - | response Thing/id: format uuid -> none
            /Thing/properties/size/format | "int64" | response Thing/size: format int32 -> int64
            /Thing/properties/size/type | "number" | response Thing/size: type integer -> number
            /Thing/properties/size/type | ["integer", "null"] | response Thing/size: may be null
            /Thing/properties/place/anyOf/0/$ref | "#/components/schemas/Line" | response Point -> Line/x: removed
            /ThingRequest/properties/state/default | - | request ThingRequest/state: default open -> none
            /ThingRequest/properties/state/pattern | "[a-z]+" | request ThingRequest/state: pattern none -> [a-z]+
            /Thing/properties/labels/additionalProperties/type | "number" | response Thing/labels/*: type string -> number
            /Thing/properties/place/anyOf/+ | {"$ref": "#/components/schemas/Line"} | response Thing/place: form Line added
            /Thing/properties/owner/allOf/0/properties/name | - | response Thing/owner/name: removed
            /Thing/properties/owner/allOf/1/required | - | response Thing/owner/name: no longer always there
            /State/enum/0 | - | request ThingRequest/state: value open removed
            /State/enum/+ | "lost" | response State: value lost added
            """)
    void aBreakOfASchemaIsFound(String place, String value, String found) throws IOException {
        change("/components/schemas" + place, value);

        assertThat(found()).containsExactly(found);
    }

    @Test
    void aMapThatMayHoldAnythingIsFound() throws IOException {
        change("/components/schemas/Thing/properties/labels/additionalProperties", "true");

        assertThat(found())
                .containsExactly("response Thing/labels/*: may be null", "response Thing/labels/*: type string -> any");
    }

    @Test
    void aParameterThatBecomesADocumentIsFound() throws IOException {
        change(PATH + "/get/parameters/0/schema", "-");
        change(PATH + "/get/parameters/0/content", "{\"application/json\": {\"schema\": {\"type\": \"integer\"}}}");

        assertThat(found()).containsExactly("parameter limit in query: written otherwise");
    }

    @Test
    void aBreakOfASharedResponseIsFound() throws IOException {
        change(
                "/components/responses/Problem/content/application~1problem+json/schema/properties/code/type",
                "\"integer\"");

        assertThat(found()).containsExactly("response 404 (application/problem+json)/code: type string -> integer");
    }

    @Test
    void aRemovedOperationIsNamedAsItWasReleased() throws IOException {
        change(PATH + "/delete", "-");

        assertThat(new ApiComparison("things", before, now).breaks())
                .containsExactly(new Change("things", "DELETE /things/{id}", "operation removed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /paths/~1things~1{id}/post | {"responses": {"201": {"description": "Made"}}}
            /paths/~1things~1{id}/get/summary | "A thing"
            /paths/~1things~1{id}/get/parameters/0/style | "form"
            /paths/~1things~1{id}/get/parameters/0/explode | true
            /paths/~1things~1{id}/get/parameters/0/allowReserved | false
            /paths/~1things~1{id}/get/operationId | "thing"
            /paths/~1things~1{id}/get/parameters/+ | {"name": "q", "in": "query", "schema": {"type": "string"}}
            /paths/~1things~1{id}/get/parameters/0/schema/minimum | 0
            /paths/~1things~1{id}/get/parameters/0/schema/maximum | -
            /paths/~1things~1{id}/get/parameters/0/schema/type | "number"
            /paths/~1things~1{id}/get/parameters/0/schema/exclusiveMinimum | 0
            /paths/~1things~1{id}/get/parameters/1/schema/enum/+ | "size"
            /paths/~1things~1{id}/get/parameters/1/schema/default | "name"
            /paths/~1things~1{id}/get/parameters/2/name | "if-match"
            /paths/~1things~1{id}/put/requestBody/content/application~1xml | {"schema": {"type": "object"}}
            /paths/~1things~1{id}/put/responses/409 | {"description": "Changed meanwhile"}
            /paths/~1things~1{id}/get/responses/200/headers/Link | {"schema": {"type": "string"}}
            /paths/~1things~1{id}/get/responses/200/content/text~1html | {"schema": {"type": "string"}}
            /components/schemas/ThingRequest/properties/more | {"type": "string"}
            /components/schemas/ThingRequest/required/0 | -
            /components/schemas/ThingRequest/properties/name/pattern | -
            /components/schemas/ThingRequest/properties/name/maxLength | 21
            /components/schemas/ThingRequest/properties/name/type | ["string", "null"]
            /components/schemas/ThingRequest/properties/price/multipleOf | 0.001
            /components/schemas/ThingRequest/properties/size/exclusiveMinimum | -1
            /components/schemas/ThingRequest/properties/size/anyOf | [{"type": "integer"}, {"type": "string"}]
            /components/schemas/ThingRequest/properties/place/anyOf/+ | {"type": "string"}
            /components/schemas/ThingRequest/properties/id | -
            /components/schemas/Thing/properties/more | {"type": "string"}
            /components/schemas/Thing/required/+ | "note"
            /components/schemas/Thing/properties/name/maxLength | 30
            /components/schemas/Thing/properties/note/type | "string"
            /components/schemas/Thing/properties/note/format | "uri"
            /components/schemas/Thing/properties/note/description | "What people say"
            /components/schemas/Thing/properties/place/anyOf/1 | -
            /components/schemas/Thing/properties/place | {"$ref": "#/components/schemas/Point"}
            /components/schemas/Thing/properties/owner/allOf/0/properties/since | {"type": "string"}
            /components/schemas/Other | {"type": "object"}
            """)
    void anAdditionBreaksNothing(String place, String value) throws IOException {
        change(place, value);

        assertThat(now).isNotEqualTo(before);
        assertThat(found()).isEmpty();
    }

    @Test
    void otherNamesOfSchemasAndParametersInPathsBreakNothing() throws IOException {
        String part = "{'name':'part','in':'path','required':true,'schema':{'type':'integer'}},".replace('\'', '"');
        before = JSON.readTree(before.toString()
                .replace("/things/{id}", "/things/{id}/parts/{part}")
                .replace("{\"name\":\"id\"", part + "{\"name\":\"id\""));
        now = JSON.readTree(before.toString()
                .replace("/{id}/", "/{key}/")
                .replace("\"name\":\"id\"", "\"name\":\"key\"")
                .replace("schemas/Thing\"", "schemas/Item\"")
                .replace("\"Thing\":", "\"Item\":"));

        assertThat(now).isNotEqualTo(before);
        assertThat(found()).isEmpty();
    }

    private Set<String> found() {
        Set<String> found = new LinkedHashSet<>();
        new ApiComparison("things", before, now).breaks().forEach(change -> found.add(change.what()));
        return found;
    }

    private void change(String place, String value) throws IOException {
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = now.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            if (name.equals("+")) {
                list.add(JSON.readTree(value));
            } else if (value.equals("-")) {
                list.remove(Integer.parseInt(name));
            } else {
                list.set(Integer.parseInt(name), JSON.readTree(value));
            }
        } else if (value.equals("-")) {
            assertThat(((ObjectNode) parent).remove(name)).as(place).isNotNull();
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
    }
}
