package de.quartierwerk.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rules of the house, as tests: what may know what, and how classes are named and put together. */
public final class ArchitectureRules {

    private static final String ROOT = "de.quartierwerk.";
    private static final List<String> SERVICES =
            List.of("registry", "ingestion", "classification", "funding", "reporting");
    private static final String DOMAIN_WORD =
            "(?i).*(socialspace|indicator|submission|scheme|stakeholder|programme|budget|municipal).*";

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
                repositoriesStayInTheirFeature(),
                resourcesAreNamedSo(),
                resourcesShowNoEntity(),
                noOtherService(basePackage),
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
                noDomainWord(),
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

    private static ArchRule repositoriesStayInTheirFeature() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
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
