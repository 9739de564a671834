package de.quartierwerk.registry.level;

import de.quartierwerk.kit.web.KeyPattern;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A level of spaces (Raumebene). */
@Entity
class SpaceLevel {
    @Id
    String code;

    String name;
    int rank;

    @Nullable
    String keyPattern;

    String hierarchy;
    boolean covers;

    @JdbcTypeCode(SqlTypes.JSON)
    List<LevelAttribute> attributes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    SizeRecommendation sizeRecommendation;

    @Version
    long version;

    /** Whether the other services know the level; announcing it does not change its version. */
    @OptimisticLock(excluded = true)
    boolean announced;

    LevelDefinition definition() {
        return new LevelDefinition(name, rank, keyPattern, hierarchy, covers, attributes, sizeRecommendation);
    }

    void set(LevelDefinition definition) {
        name = definition.name();
        rank = definition.rank();
        keyPattern = definition.keyPattern();
        hierarchy = definition.hierarchy();
        covers = definition.covers();
        attributes = definition.attributes();
        sizeRecommendation = definition.sizeRecommendation();
    }

    LevelRules rules() {
        return new LevelRules(
                keyPattern == null ? null : KeyPattern.of(keyPattern).orElseThrow(), attributes);
    }

    LevelResponse toResponse() {
        return new LevelResponse(
                code, name, rank, keyPattern, hierarchy, covers, attributes, sizeRecommendation, version);
    }
}
