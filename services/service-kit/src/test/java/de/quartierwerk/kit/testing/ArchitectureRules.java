package de.quartierwerk.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules of the house, as tests: what may know what, and how classes are named and put together. */
public final class ArchitectureRules {

    private static final String ROOT = "de.quartierwerk.";
    private static final List<String> SERVICES =
            List.of("registry", "ingestion", "classification", "funding", "reporting");
    private static final String DOMAIN_WORD =
            "(?i).*(socialspace|indicator|submission|scheme|stakeholder|programme|budget|municipal).*";

    /** What only repositories and statements may touch. */
    private static final Set<String> DATABASE = Set.of(
            "jakarta.persistence.EntityManager",
            "jakarta.persistence.EntityManagerFactory",
            "org.hibernate.Session",
            "org.hibernate.SessionFactory",
            "org.hibernate.StatelessSession",
            "javax.sql.DataSource",
            "java.sql.Connection",
            "io.agroal.api.AgroalDataSource",
            "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase",
            "io.quarkus.hibernate.orm.panache.PanacheRepository",
            "io.quarkus.hibernate.orm.panache.Panache",
            "de.quartierwerk.kit.database.CopyLoader");

    /** Methods of a worksheet that put a text or a formula into a cell. */
    private static final Set<String> CELL_METHODS = Set.of("value", "inlineString", "formula", "hyperlink");

    private ArchitectureRules() {}

    /**
     * Holds a service's classes against all rules.
     *
     * @param basePackage e.g. {@code de.quartierwerk.registry}
     */
    public static void checkService(String basePackage) {
        JavaClasses classes = imported(basePackage);
        for (ArchRule rule : List.of(
                featuresNotLayers(),
                featuresWithoutCycles(basePackage),
                persistenceInTwoWays(),
                persistenceStaysInItsFeature(),
                resourcesAreNamedSo(),
                resourcesShowNoEntity(),
                noOtherService(basePackage),
                cellsAreGuarded(),
                hiddenOperationsRead(),
                constructorInjection(),
                configurationByConstructor())) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    /** Holds the kit against its rules: it knows no service and no word of the domain. */
    public static void checkKit() {
        JavaClasses classes = imported(ROOT + "kit");
        for (ArchRule rule : List.of(
                noOtherService(ROOT + "kit"),
                featuresWithoutCycles(ROOT + "kit"),
                persistenceInTwoWays(),
                persistenceStaysInItsFeature(),
                noDomainWord(),
                cellsAreGuarded(),
                constructorInjection(),
                configurationByConstructor())) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    private static JavaClasses imported(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
    }

    /**
     * Who may call what is compared with the API document; so what is hidden from it must change nothing, or be there
     * too.
     */
    private static ArchRule hiddenOperationsRead() {
        return methods()
                .that(DescribedPredicate.describe("are hidden from the API document", ArchitectureRules::isHidden))
                .should(new ArchCondition<JavaMethod>("read, or be another form of an operation that is shown") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean known = method.isAnnotatedWith(GET.class)
                                || method.getOwner().getMethods().stream()
                                        .anyMatch(each ->
                                                !isHidden(each) && access(each).equals(access(method)));
                        events.add(new SimpleConditionEvent(method, known, method.getFullName() + " is not shown"));
                    }
                })
                .because("the table of roles knows only what the API document tells");
    }

    private static boolean isHidden(JavaMethod method) {
        return method.tryGetAnnotationOfType(Operation.class)
                .map(Operation::hidden)
                .orElse(false);
    }

    /** Path, HTTP method and who may call. */
    private static List<Object> access(JavaMethod method) {
        String path = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        Set<String> roles = method.tryGetAnnotationOfType(RolesAllowed.class)
                .map(allowed -> Set.of(allowed.value()))
                .orElse(Set.of());
        List<Boolean> verbs = Stream.of(POST.class, PUT.class, DELETE.class, PermitAll.class)
                .map(method::isAnnotatedWith)
                .toList();
        return List.of(path, roles, verbs);
    }

    private static ArchRule featuresNotLayers() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..resource..",
                        "..service..",
                        "..repository..",
                        "..entity..",
                        "..dto..",
                        "..model..",
                        "..util..",
                        "..impl..")
                .because("packages are features, not layers");
    }

    private static ArchRule featuresWithoutCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles();
    }

    /** Decision 0001: a Panache repository for rows by key, statements on Jdbi for sets, and nothing beside them. */
    private static ArchRule persistenceInTwoWays() {
        return classes()
                .that(touchTheDatabase())
                .and()
                .resideOutsideOfPackage(ROOT + "kit.database")
                .should(new ArchCondition<>("be package-private and named XRepository or XStatements") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (enclosing(type).noneMatch(ArchitectureRules::isPersistence)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " touches the database (decision 0001)"));
                        }
                    }
                });
    }

    private static DescribedPredicate<JavaClass> touchTheDatabase() {
        return DescribedPredicate.describe(
                "touch the database",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getName())
                        .anyMatch(name -> DATABASE.contains(name) || name.startsWith("org.jdbi.")));
    }

    /** The class itself and those around it. */
    private static Stream<JavaClass> enclosing(JavaClass type) {
        return Stream.iterate(
                        Optional.of(type), Optional::isPresent, around -> around.flatMap(JavaClass::getEnclosingClass))
                .map(Optional::orElseThrow);
    }

    private static boolean isPersistence(JavaClass type) {
        boolean named = type.getSimpleName().endsWith("Repository")
                || type.getSimpleName().endsWith("Statements");
        return named && !type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static ArchRule persistenceStaysInItsFeature() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .or()
                .haveSimpleNameEndingWith("Statements")
                .should(new ArchCondition<>("be used in their own feature only") {
                    @Override
                    public void check(JavaClass repository, ConditionEvents events) {
                        repository.getDirectDependenciesToSelf().stream()
                                .filter(use -> !samePackage(use))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                });
    }

    private static boolean samePackage(Dependency use) {
        return use.getOriginClass().getPackageName().equals(use.getTargetClass().getPackageName());
    }

    private static ArchRule resourcesAreNamedSo() {
        return classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");
    }

    private static ArchRule resourcesShowNoEntity() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(new ArchCondition<>("neither take nor return an entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(
                                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                                        method.getParameterTypes().stream()
                                                .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                                .filter(type -> type.isAnnotatedWith(Entity.class))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " shows " + type.getName())));
                    }
                });
    }

    private static ArchRule noOtherService(String basePackage) {
        String[] others = SERVICES.stream()
                .map(name -> ROOT + name)
                .filter(name -> !name.equals(basePackage))
                .map(name -> name + "..")
                .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
    }

    /** Texts go into tables through two classes, which keep spreadsheet programs from taking them for formulas. */
    private static ArchRule cellsAreGuarded() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("CsvAnswer")
                .and()
                .doNotHaveSimpleName("SheetCells")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("writes a cell", call -> writesACell(call.getTarget())))
                .because("CsvAnswer and SheetCells guard what a person wrote");
    }

    private static boolean writesACell(AccessTarget.CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return owner.startsWith("de.siegmar.fastcsv.writer.")
                || (owner.equals("org.dhatim.fastexcel.Worksheet") && CELL_METHODS.contains(target.getName()));
    }

    private static ArchRule noDomainWord() {
        return noClasses().should().haveNameMatching(DOMAIN_WORD).because("the kit knows no word of the domain");
    }

    private static ArchRule constructorInjection() {
        return noFields().should().beAnnotatedWith(Inject.class).because("dependencies come by the constructor");
    }

    private static ArchRule configurationByConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith(ConfigProperty.class)
                .because("settings come by the constructor or a @ConfigMapping");
    }
}
