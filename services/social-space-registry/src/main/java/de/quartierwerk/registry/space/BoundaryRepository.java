package de.quartierwerk.registry.space;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Boundaries of single spaces, by the ids of the spaces; {@link SpaceStatements} reads many at once. */
@ApplicationScoped
class BoundaryRepository implements PanacheRepositoryBase<StoredBoundary, Long> {}
