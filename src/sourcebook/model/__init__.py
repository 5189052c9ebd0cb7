"""What a knowledge base is: pure values, standard library only."""
