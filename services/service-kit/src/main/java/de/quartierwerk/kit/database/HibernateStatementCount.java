package de.quartierwerk.kit.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Lets {@link StatementCount} count what Hibernate sends. */
@Singleton
@PersistenceUnitExtension
class HibernateStatementCount implements StatementInspector {
    private static final long serialVersionUID = 1L;

    @Override
    public String inspect(String sql) {
        StatementCount.count();
        return sql;
    }
}
