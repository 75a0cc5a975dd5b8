Console.WriteLine("plan-registry");
