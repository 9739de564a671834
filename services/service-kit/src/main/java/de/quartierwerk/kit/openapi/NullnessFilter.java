package de.quartierwerk.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Lets the schemas of records say what the code says: what is not {@link Nullable} is there. In an answer every field
 * is {@code required} unless it is left out where it is null; in a request every field that is not nullable, is no
 * primitive and has no default. Counts for packages that are {@link NullMarked}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NullnessFilter implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NULL_MARKED = DotName.createSimple(NullMarked.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName JSON_UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String REFERENCE = "#/components/schemas/";

    private final IndexView index;

    public NullnessFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> requests = reachable(requestBodies(document), schemas);
        Map<Set<String>, List<ClassInfo>> records = recordsByFields();
        new TreeMap<>(schemas).forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                records.getOrDefault(schema.getProperties().keySet(), List.of()).stream()
                        .filter(type -> isNamed(type, name))
                        .findFirst()
                        .ifPresent(type -> apply(schema, type, requests.contains(name)));
            }
        });
        Set<String> used = reachable(Stream.concat(requestBodies(document), answersAndParameters(document)), schemas);
        Set.copyOf(schemas.keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(document.getComponents()::removeSchema);
    }

    private void apply(Schema schema, ClassInfo type, boolean request) {
        for (Field field : fields(type, false)) {
            Schema property = Objects.requireNonNull(schema.getProperties().get(field.name()));
            if (field.nullable()) {
                schema.addProperty(field.name(), orNull(property));
            }
            boolean required = request
                    ? !field.nullable()
                            && !field.mayBeAbsent()
                            && !field.primitive()
                            && property.getDefaultValue() == null
                    : !field.mayBeAbsent();
            boolean known = schema.getRequired() != null && schema.getRequired().contains(field.name());
            if (required && !known) {
                schema.addRequired(field.name());
            }
        }
    }

    /**
     * A field of the JSON.
     *
     * @param mayBeAbsent whether it is left out where it, or the record around it, is null
     */
    private record Field(String name, boolean nullable, boolean primitive, boolean mayBeAbsent) {}

    /** The fields of a record; an unwrapped component stands for the fields of its own record. */
    private List<Field> fields(ClassInfo type, boolean mayBeAbsent) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            ClassInfo inner = index.getClassByName(component.type().name());
            if (annotation(type, component, JSON_UNWRAPPED) != null && inner != null && inner.isRecord()) {
                fields.addAll(fields(inner, mayBeAbsent || nullable));
            } else {
                fields.add(new Field(
                        fieldName(type, component),
                        nullable,
                        component.type().kind() == Type.Kind.PRIMITIVE,
                        mayBeAbsent || isLeftOut(type, component, nullable)));
            }
        }
        return fields;
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .examples(property.getExamples())
                    .addAnyOf(OASFactory.createSchema().ref(property.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        boolean typed = property.getType() != null && !property.getType().isEmpty();
        if (typed && !property.getType().contains(Schema.SchemaType.NULL)) {
            property.addType(Schema.SchemaType.NULL);
            if (property.getEnumeration() != null && !property.getEnumeration().contains(null)) {
                List<Object> values = new ArrayList<>(property.getEnumeration());
                values.add(null);
                property.setEnumeration(values);
            }
        }
        return property;
    }

    /** Records of null-marked packages, by the names of their fields. */
    private Map<Set<String>, List<ClassInfo>> recordsByFields() {
        Map<Set<String>, List<ClassInfo>> records = new HashMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && isNullMarked(type)) {
                Set<String> names =
                        fields(type, false).stream().map(Field::name).collect(Collectors.toSet());
                records.computeIfAbsent(names, any -> new ArrayList<>()).add(type);
            }
        }
        return records;
    }

    private boolean isNullMarked(ClassInfo type) {
        ClassInfo enclosing = type;
        while (enclosing != null) {
            if (enclosing.hasDeclaredAnnotation(NULL_MARKED)) {
                return true;
            }
            enclosing = enclosing.enclosingClass() == null ? null : index.getClassByName(enclosing.enclosingClass());
        }
        ClassInfo packageInfo = index.getClassByName(type.name().packagePrefix() + ".package-info");
        return packageInfo != null && packageInfo.hasDeclaredAnnotation(NULL_MARKED);
    }

    /**
     * Schemas are named like their class or as the class says; a number tells two of one name apart, and the name of a
     * generic one goes on with that of its argument.
     */
    private static boolean isNamed(ClassInfo type, String schema) {
        AnnotationInstance annotation = type.declaredAnnotation(SCHEMA);
        AnnotationValue given = annotation == null ? null : annotation.value("name");
        String name = given == null ? type.simpleName() : given.asString();
        return schema.startsWith(name)
                && schema.substring(name.length()).chars().allMatch(Character::isDigit);
    }

    private static String fieldName(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance property = annotation(type, component, JSON_PROPERTY);
        AnnotationValue name = property == null ? null : property.value();
        return name == null || name.asString().isEmpty() ? component.name() : name.asString();
    }

    /** Whether Jackson leaves a field out where it is null, or, for lists and maps, where it is empty. */
    private static boolean isLeftOut(ClassInfo type, RecordComponentInfo component, boolean nullable) {
        boolean many = component.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
        return Stream.of(type.declaredAnnotation(JSON_INCLUDE), annotation(type, component, JSON_INCLUDE))
                .filter(include -> include != null && include.value() != null)
                .map(include -> JsonInclude.Include.valueOf(include.value().asEnum()))
                .anyMatch(include -> switch (include) {
                    case ALWAYS, USE_DEFAULTS, CUSTOM -> false;
                    case NON_NULL, NON_ABSENT -> nullable;
                    case NON_EMPTY -> nullable || many;
                    case NON_DEFAULT -> true;
                });
    }

    /** Jackson's annotations of a component stand on its field. */
    private static @Nullable AnnotationInstance annotation(
            ClassInfo type, RecordComponentInfo component, DotName annotation) {
        FieldInfo field = type.field(component.name());
        return field == null ? null : field.declaredAnnotation(annotation);
    }

    private static Stream<Schema> requestBodies(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    private static Stream<Schema> answersAndParameters(OpenAPI document) {
        Components components = document.getComponents();
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        Stream<APIResponse> answers = Stream.concat(
                operations.stream()
                        .filter(operation -> operation.getResponses() != null)
                        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream()),
                components.getResponses() == null ? Stream.of() : components.getResponses().values().stream());
        Stream<Schema> bodies = answers.map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema);
        Stream<Schema> parameters = operations.stream()
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .map(Parameter::getSchema);
        return Stream.concat(bodies, parameters).filter(Objects::nonNull);
    }

    /** Names of all schemas that these use, directly or through others. */
    private static Set<String> reachable(Stream<Schema> from, Map<String, Schema> schemas) {
        Set<String> names = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(from.toList());
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            String reference = schema.getRef();
            if (reference != null && reference.startsWith(REFERENCE)) {
                String name = reference.substring(REFERENCE.length());
                if (names.add(name) && schemas.containsKey(name)) {
                    open.push(schemas.get(name));
                }
            }
            parts(schema).forEach(open::push);
        }
        return names;
    }

    private static Stream<Schema> parts(Schema schema) {
        Stream<@Nullable Schema> single = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema());
        Stream<@Nullable Schema> many = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        Stream<@Nullable Schema> properties =
                schema.getProperties() == null ? Stream.of() : schema.getProperties().values().stream();
        return Stream.of(single, many, properties).flatMap(part -> part).filter(Objects::nonNull);
    }
}
