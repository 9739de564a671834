package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Puts nonsense in a place of a request that was right. */
public final class Mutations {

    private static final byte[] CSV = "key;name;parent\n99001001-97;Neu;99001001\n".getBytes(StandardCharsets.UTF_8);

    /** What only an address can hold. */
    private static final List<String> ADDRESSES = List.of(
            "%00",
            "%ff",
            "%zz",
            "%",
            "%c0%af",
            "..%2f..%2f",
            "%2e%2e",
            "a%2fb",
            "%0d%0aX-Fuzz:%201",
            ";x=1",
            "%252e",
            "+",
            "//",
            "%E2%80%AE",
            "a%00b",
            "%5c",
            "*",
            "{x}",
            "%7Bx%7D",
            "\"",
            "<x>",
            "ä",
            "x#y");

    /** What only a header can hold. */
    private static final List<String> HEADERS = List.of(
            "",
            "*",
            "*/*",
            "\"",
            "\"1\", \"2\"",
            "W/\"1\"",
            "\"99999999999999999999\"",
            "\"-1\"",
            "\"x\"",
            ",",
            ";;",
            "q=1",
            "a/b;q=x",
            "text/html;q=0",
            "*/*;q=0",
            "application/json;charset=utf-16",
            "application/json;charset=nichts",
            "application/xml",
            "text/csv",
            "bytes=0-1",
            "bytes=-1",
            "gzip",
            "br, gzip",
            "de-*-*;q=2",
            "xx-" + "y".repeat(200),
            "null",
            "http://evil.example",
            "multipart/form-data",
            "application/json; charset",
            "/",
            "a/",
            "text/plain",
            "identity;q=0",
            "\u0001",
            "ä\u0080");

    private static final List<String> WHOLES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{",
            "}",
            "\"x\"",
            "7",
            "true",
            "\ufeff{}",
            "{}{}",
            "{}x",
            "// x\n{}",
            "{'a':1}",
            "{a:1}",
            "[{}]",
            "{\"\":1}",
            "<x/>",
            "a=b",
            "{\"a\":1,}",
            "\u0000",
            "{\"a\":\"\\u12\"}",
            "nul");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, byte[]> files = Files.all();

    /** Puts it there; the draft has everything else. */
    public void mutate(Draft draft, Target target, Nonsense kind, Random random) {
        switch (target.place()) {
            case PATH -> draft.rawPath(target.name(), address(target, kind, random));
            case QUERY -> draft.rawQuery(target.name(), values(target, kind, random));
            case HEADER -> draft.header(target.name(), header(target, kind, random));
            case BODY ->
                draft.body(JsonText.with(target.operation().body(), target.name(), kind, target.schema(), random)
                        .getBytes(StandardCharsets.UTF_8));
            case WHOLE -> whole(draft, target.operation(), random);
            case PART -> part(draft, target, kind, random);
        }
    }

    /** The right body of an operation. */
    public void body(Draft draft, Operation operation) {
        if (operation.isForm()) {
            draft.header("Content-Type", Form.TYPE)
                    .body(form(operation, "", "neu.csv", CSV).bytes());
        } else if (operation.bodyType() != null) {
            draft.header("Content-Type", operation.bodyType())
                    .body(operation.body().toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Names of the files that nobody should deliver. */
    public Set<String> files() {
        return files.keySet();
    }

    /** Puts one of these files into the form of an operation. */
    public void file(Draft draft, Operation operation, String name) {
        draft.header("Content-Type", Form.TYPE)
                .body(form(operation, "", name, files.get(name)).bytes());
    }

    private String address(Target target, Nonsense kind, Random random) {
        if (random.nextInt(3) == 0) {
            return ADDRESSES.get(random.nextInt(ADDRESSES.size()));
        }
        return Draft.encoded(plain(kind.token(target.schema(), random)));
    }

    private List<String> values(Target target, Nonsense kind, Random random) {
        return switch (kind) {
            case DOUBLED -> List.of("1", "2");
            case ABSENT -> List.of();
            case UNKNOWN_FIELD, EMPTY -> List.of(random.nextBoolean() ? "" : "%20");
            default -> List.of(address(target, kind, random));
        };
    }

    private String header(Target target, Nonsense kind, Random random) {
        if (kind == Nonsense.ABSENT) {
            return null;
        }
        if (random.nextBoolean() || kind == Nonsense.DOUBLED || kind == Nonsense.UNKNOWN_FIELD) {
            return HEADERS.get(random.nextInt(HEADERS.size()));
        }
        return plain(kind.token(target.schema(), random)).replaceAll("[\r\n]", " ");
    }

    private void whole(Draft draft, Operation operation, Random random) {
        byte[] right = operation.isForm()
                ? form(operation, "", "neu.csv", CSV).bytes()
                : operation.body().toString().getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(6)) {
            case 0 -> draft.body(Arrays.copyOf(right, right.length / 2));
            case 1 -> draft.body(operation.body().toString().getBytes(StandardCharsets.UTF_16));
            case 2 -> draft.body(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
            case 3 -> draft.header("Content-Type", random.nextBoolean() ? null : "text/plain");
            case 4 -> draft.header("Content-Type", Form.TYPE.replace("=x", random.nextBoolean() ? "=y" : "="));
            default -> draft.body(WHOLES.get(random.nextInt(WHOLES.size())).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void part(Draft draft, Target target, Nonsense kind, Random random) {
        String[] name = target.name().split("#", 2);
        Operation operation = target.operation();
        draft.header("Content-Type", Form.TYPE);
        if (name.length == 2) {
            String text = JsonText.with(operation.body().path(name[0]), name[1], kind, target.schema(), random);
            draft.body(
                    form(operation, name[0], "neu.csv", CSV).text(name[0], text).bytes());
        } else if (name[0].equals("file")) {
            draft.body(fileForm(operation, kind, random).bytes());
        } else {
            Form form = form(operation, name[0], "neu.csv", CSV);
            if (kind == Nonsense.DOUBLED) {
                form.text(name[0], "{}").text(name[0], "{}");
            } else if (kind == Nonsense.UNKNOWN_FIELD) {
                form.text("gibt-es-nicht", "x");
            } else if (kind != Nonsense.ABSENT) {
                String token = kind.token(target.schema(), random);
                form.text(name[0], random.nextBoolean() ? token : plain(token));
            }
            draft.body(form.bytes());
        }
    }

    private Form fileForm(Operation operation, Nonsense kind, Random random) {
        List<String> names = new ArrayList<>(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        Form rest = form(operation, "file", null, null);
        return switch (kind) {
            case ABSENT -> rest;
            case DOUBLED -> rest.file("file", "a.csv", CSV).file("file", "b.csv", CSV);
            case UNKNOWN_FIELD -> rest.file("gibt-es-nicht", "a.csv", CSV);
            case EMPTY -> rest.file("file", "", CSV);
            case WRONG_TYPE -> rest.text("file", "kein;file\n");
            case CONTROL, MARKUP, CODE, BIDI, LONG ->
                rest.file(
                        "file",
                        plain(kind.token(operation.bodySchema(), random)).replaceAll("[\r\n\"]", "") + ".csv",
                        CSV);
            default -> rest.file("file", name, files.get(name));
        };
    }

    /** The right form, without one part. */
    private static Form form(Operation operation, String without, String fileName, byte[] content) {
        Form form = new Form();
        for (Map.Entry<String, JsonNode> part : operation
                .schemas()
                .resolve(operation.bodySchema())
                .path("properties")
                .properties()) {
            JsonNode sample = operation.body().path(part.getKey());
            if (part.getKey().equals(without)) {
                continue;
            }
            if (part.getKey().equals("file")) {
                form.file("file", fileName, content);
            } else {
                form.text(part.getKey(), sample.isTextual() ? sample.asText() : sample.toString());
            }
        }
        return form;
    }

    /** The text that a token of JSON stands for. */
    private String plain(String token) {
        try {
            JsonNode value = json.readTree(token);
            return value == null || !value.isTextual() ? token : value.asText();
        } catch (JsonProcessingException none) {
            return token;
        }
    }
}
