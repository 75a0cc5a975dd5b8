-- On db-1, once: psql -v owner_password=… -v server_password=… -v replicator_password=… -f roles.sql
create role owner login password :'owner_password';
create role plan_registry login password :'server_password';
create role replicator login replication password :'replicator_password';
create database registry owner owner encoding 'UTF8' locale 'C.UTF-8' template template0;
select pg_create_physical_replication_slot('db_2');
